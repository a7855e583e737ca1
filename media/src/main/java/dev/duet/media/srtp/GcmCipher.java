// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import static dev.duet.media.srtp.gcm.AesGcm.KEY;
import static dev.duet.media.srtp.gcm.AesGcm.TAG;

import dev.duet.media.srtp.gcm.AesGcm;

/// AEAD_AES_128_GCM (RFC 7714). The header is authenticated, the payload encrypted:
///
/// ```
/// SRTP   | header              | encrypted payload | tag 16 |               RFC 7714 section 8.2
/// SRTCP  | 8 bytes with SSRC   | encrypted rest    | tag 16 | E, index 4 |  section 9.2; the last is authenticated too
/// ```
final class GcmCipher implements SrtpCipher {
    private static final int SALT = AesGcm.NONCE;
    private static final int WORD = 4;

    private final AesGcm rtp;
    private final AesGcm rtcp;
    private final Nonce rtpNonce;
    private final Nonce rtcpNonce;
    private final byte[] rtcpClear = new byte[RTCP_CLEAR + WORD];

    GcmCipher(AesGcm rtp, byte[] rtpSalt, AesGcm rtcp, byte[] rtcpSalt) {
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.rtpNonce = new Nonce(rtpSalt);
        this.rtcpNonce = new Nonce(rtcpSalt);
    }

    static GcmCipher of(KeyDerivation keys, AesGcm.Engine engine) {
        return new GcmCipher(
                engine.keyed(keys.derive(KeyDerivation.RTP_ENCRYPTION, KEY)),
                keys.derive(KeyDerivation.RTP_SALT, SALT),
                engine.keyed(keys.derive(KeyDerivation.RTCP_ENCRYPTION, KEY)),
                keys.derive(KeyDerivation.RTCP_SALT, SALT));
    }

    @Override
    public int rtpOverhead() {
        return TAG;
    }

    @Override
    public int rtcpOverhead() {
        return TAG + WORD;
    }

    @Override
    public void sealRtp(byte[] packet, int start, int payload, int end, long index) {
        byte[] nonce = rtpNonce.of(Bytes.int32(packet, start + 8), index);
        rtp.seal(nonce, packet, start, payload - start, packet, payload, end);
    }

    @Override
    public boolean openRtp(byte[] packet, int start, int payload, int end, long index) {
        byte[] nonce = rtpNonce.of(Bytes.int32(packet, start + 8), index);
        return rtp.open(nonce, packet, start, payload - start, packet, payload, end);
    }

    @Override
    public void sealRtcp(byte[] packet, int start, int end, int word) {
        byte[] nonce = beginRtcp(packet, start, word);
        rtcp.seal(nonce, rtcpClear, 0, rtcpClear.length, packet, start + RTCP_CLEAR, end);
        Bytes.putInt32(packet, end + TAG, word);
    }

    @Override
    public int rtcpWordAt(int end) {
        return end - WORD;
    }

    @Override
    public boolean openRtcp(byte[] packet, int start, int end) {
        byte[] nonce = beginRtcp(packet, start, Bytes.int32(packet, end - WORD));
        return rtcp.open(nonce, rtcpClear, 0, rtcpClear.length, packet, start + RTCP_CLEAR, end - WORD);
    }

    private byte[] beginRtcp(byte[] packet, int start, int word) {
        System.arraycopy(packet, start, rtcpClear, 0, RTCP_CLEAR);
        Bytes.putInt32(rtcpClear, RTCP_CLEAR, word);
        return rtcpNonce.of(Bytes.int32(packet, start + 4), word & ~ENCRYPTED);
    }

    /// ```
    /// nonce = salt ^ | 0 2 | SSRC 4 | index 6 |      RFC 7714 sections 8.1 and 9.1
    /// ```
    private static final class Nonce {
        private final byte[] salt;
        private final byte[] nonce;

        Nonce(byte[] salt) {
            this.salt = salt;
            this.nonce = salt.clone();
        }

        byte[] of(int ssrc, long index) {
            Bytes.putInt32(nonce, 2, Bytes.int32(salt, 2) ^ ssrc);
            Bytes.putInt16(nonce, 6, Bytes.uint16(salt, 6) ^ (int) (index >>> 32));
            Bytes.putInt32(nonce, 8, Bytes.int32(salt, 8) ^ (int) index);
            return nonce;
        }
    }
}
