// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import dev.duet.media.dtls.SrtpKeys;
import dev.duet.media.srtp.gcm.AesGcm;
import java.nio.ByteBuffer;

/// Checks and decrypts the packets of one direction in place. Not thread-safe: one owner.
///
/// Nothing a forged packet claims is remembered: sources, rollover counters and windows move only after authentication.
public final class SrtpReceiver {
    private final SrtpCipher cipher;
    private final Sources sources = new Sources();

    /// @throws IllegalArgumentException when the profile is unknown or a key or salt has not its length
    public SrtpReceiver(SrtpKeys keys, AesGcm.Engine engine) {
        this(SrtpCipher.of(SrtpProfile.known(keys.profile()), keys.receiveKey(), keys.receiveSalt(), engine));
    }

    /// With the platform's cipher.
    public SrtpReceiver(SrtpKeys keys) {
        this(keys, AesGcm.Engine.PLATFORM);
    }

    SrtpReceiver(SrtpCipher cipher) {
        this.cipher = cipher;
    }

    /// Turns the SRTP packet from position to limit into RTP: the limit moves forward by the tag.
    public UnprotectVerdict unprotectRtp(ByteBuffer packet) {
        byte[] array = packet.array();
        int start = packet.arrayOffset() + packet.position();
        int end = packet.arrayOffset() + packet.limit();
        int payload = PacketShape.rtpPayload(array, start, end - cipher.rtpOverhead());
        if (payload < 0) {
            return UnprotectVerdict.MALFORMED;
        }
        int ssrc = Bytes.int32(array, start + 8);
        Sources.Source source = sources.find(ssrc);
        long index = Sources.index(source, Bytes.uint16(array, start + 2));
        UnprotectVerdict verdict = source == null ? judgeNewSource() : judge(source.rtp, index);
        if (verdict != UnprotectVerdict.OK) {
            return verdict;
        }
        if (!cipher.openRtp(array, start, payload, end, index)) {
            return UnprotectVerdict.FORGED;
        }
        (source == null ? sources.add(ssrc) : source).rtp.accept(index);
        packet.limit(packet.limit() - cipher.rtpOverhead());
        return UnprotectVerdict.OK;
    }

    /// Turns the SRTCP packet from position to limit into RTCP: the limit moves forward by tag and index.
    public UnprotectVerdict unprotectRtcp(ByteBuffer packet) {
        byte[] array = packet.array();
        int start = packet.arrayOffset() + packet.position();
        int end = packet.arrayOffset() + packet.limit();
        if (!PacketShape.isRtcp(array, start, end - cipher.rtcpOverhead())) {
            return UnprotectVerdict.MALFORMED;
        }
        int word = Bytes.int32(array, cipher.rtcpWordAt(end));
        if ((word & SrtpCipher.ENCRYPTED) == 0) {
            return UnprotectVerdict.UNENCRYPTED;
        }
        int ssrc = Bytes.int32(array, start + 4);
        int index = word & ~SrtpCipher.ENCRYPTED;
        Sources.Source source = sources.find(ssrc);
        UnprotectVerdict verdict = source == null ? judgeNewSource() : judge(source.rtcp, index);
        if (verdict != UnprotectVerdict.OK) {
            return verdict;
        }
        if (!cipher.openRtcp(array, start, end)) {
            return UnprotectVerdict.FORGED;
        }
        (source == null ? sources.add(ssrc) : source).rtcp.accept(index);
        packet.limit(packet.limit() - cipher.rtcpOverhead());
        return UnprotectVerdict.OK;
    }

    private UnprotectVerdict judgeNewSource() {
        return sources.isFull() ? UnprotectVerdict.TOO_MANY_SOURCES : UnprotectVerdict.OK;
    }

    private static UnprotectVerdict judge(ReplayWindow window, long index) {
        return switch (window.judge(index)) {
            case NEW -> UnprotectVerdict.OK;
            case SEEN -> UnprotectVerdict.REPLAYED;
            case TOO_OLD -> UnprotectVerdict.TOO_OLD;
        };
    }
}
