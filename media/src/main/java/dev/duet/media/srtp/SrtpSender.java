// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import dev.duet.media.dtls.SrtpKeys;
import dev.duet.media.srtp.gcm.AesGcm;
import java.nio.ByteBuffer;

/// Protects the packets of one direction in place. Not thread-safe: one owner.
///
/// Packets of a source may come in any order within the window, as retransmissions do; so the sender estimates the
/// rollover counter as a receiver does. No index is ever protected twice: a second packet under it would give away the
/// key stream, and with GCM the authentication key.
public final class SrtpSender {
    /// RFC 3711 section 9.2: a key protects at most 2^48 RTP packets …
    private static final long RTP_LIMIT = 1L << 48;

    /// … and 2^31 RTCP packets.
    private static final long RTCP_LIMIT = 1L << 31;

    private final SrtpCipher cipher;
    private final Sources sources = new Sources();
    private long rtcpIndex;

    /// @throws IllegalArgumentException when the profile is unknown or a key or salt has not its length
    public SrtpSender(SrtpKeys keys, AesGcm.Engine engine) {
        this(SrtpCipher.of(SrtpProfile.known(keys.profile()), keys.sendKey(), keys.sendSalt(), engine));
    }

    /// With the platform's cipher.
    public SrtpSender(SrtpKeys keys) {
        this(keys, AesGcm.Engine.PLATFORM);
    }

    SrtpSender(SrtpCipher cipher) {
        this.cipher = cipher;
    }

    /// Turns the RTP packet from position to limit into SRTP: the limit moves back by the tag.
    public ProtectVerdict protectRtp(ByteBuffer packet) {
        byte[] array = packet.array();
        int start = packet.arrayOffset() + packet.position();
        int end = packet.arrayOffset() + packet.limit();
        int payload = PacketShape.rtpPayload(array, start, end);
        if (payload < 0) {
            return refuse(packet, ProtectVerdict.MALFORMED);
        }
        if (packet.capacity() - packet.limit() < cipher.rtpOverhead()) {
            return refuse(packet, ProtectVerdict.NO_ROOM);
        }
        int ssrc = Bytes.int32(array, start + 8);
        Sources.Source source = sources.find(ssrc);
        if (source == null) {
            if (sources.isFull()) {
                return refuse(packet, ProtectVerdict.TOO_MANY_SOURCES);
            }
            source = sources.add(ssrc);
        }
        long index = Sources.index(source, Bytes.uint16(array, start + 2));
        ProtectVerdict verdict = judge(source.rtp, index);
        if (verdict != ProtectVerdict.OK) {
            return refuse(packet, verdict);
        }
        source.rtp.accept(index);
        cipher.sealRtp(array, start, payload, end, index);
        packet.limit(packet.limit() + cipher.rtpOverhead());
        return ProtectVerdict.OK;
    }

    /// Turns the compound RTCP packet from position to limit into SRTCP: the limit moves back by tag and index.
    public ProtectVerdict protectRtcp(ByteBuffer packet) {
        byte[] array = packet.array();
        int start = packet.arrayOffset() + packet.position();
        int end = packet.arrayOffset() + packet.limit();
        if (!PacketShape.isRtcp(array, start, end)) {
            return refuse(packet, ProtectVerdict.MALFORMED);
        }
        if (packet.capacity() - packet.limit() < cipher.rtcpOverhead()) {
            return refuse(packet, ProtectVerdict.NO_ROOM);
        }
        if (rtcpIndex == RTCP_LIMIT) {
            return refuse(packet, ProtectVerdict.KEY_EXHAUSTED);
        }
        // One count for all sources: each sees it rise, and no pair of source and index comes twice.
        cipher.sealRtcp(array, start, end, SrtpCipher.ENCRYPTED | (int) rtcpIndex++);
        packet.limit(packet.limit() + cipher.rtcpOverhead());
        return ProtectVerdict.OK;
    }

    private static ProtectVerdict judge(ReplayWindow window, long index) {
        if (index >= RTP_LIMIT) {
            return ProtectVerdict.KEY_EXHAUSTED;
        }
        return switch (window.judge(index)) {
            case NEW -> ProtectVerdict.OK;
            case SEEN -> ProtectVerdict.INDEX_REUSED;
            case TOO_OLD -> ProtectVerdict.TOO_OLD;
        };
    }

    private static ProtectVerdict refuse(ByteBuffer packet, ProtectVerdict why) {
        packet.limit(packet.position());
        return why;
    }
}
