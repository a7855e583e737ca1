// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

/// AES_CM_128_HMAC_SHA1_80 (RFC 3711 sections 4.1.1 and 4.2.1):
///
/// ```
/// SRTP   | header            | encrypted payload | tag 10 |
/// SRTCP  | 8 bytes with SSRC | encrypted rest    | E, index 4 | tag 10 |
/// ```
///
/// A tag covers all that stands before it; that of SRTP also the rollover counter, which is not sent.
final class CounterModeCipher implements SrtpCipher {
    private static final int KEY = 16;
    private static final int SALT = 14;
    private static final int AUTHENTICATION_KEY = 20;
    private static final int TAG = 10;
    private static final int WORD = 4;

    private final KeyStream rtp;
    private final KeyStream rtcp;
    private final HmacSha1 rtpTag;
    private final HmacSha1 rtcpTag;
    private final byte[] rollover = new byte[4];

    CounterModeCipher(KeyStream rtp, HmacSha1 rtpTag, KeyStream rtcp, HmacSha1 rtcpTag) {
        this.rtp = rtp;
        this.rtpTag = rtpTag;
        this.rtcp = rtcp;
        this.rtcpTag = rtcpTag;
    }

    static CounterModeCipher of(KeyDerivation keys) {
        return new CounterModeCipher(
                new KeyStream(
                        keys.derive(KeyDerivation.RTP_ENCRYPTION, KEY), keys.derive(KeyDerivation.RTP_SALT, SALT)),
                new HmacSha1(keys.derive(KeyDerivation.RTP_AUTHENTICATION, AUTHENTICATION_KEY)),
                new KeyStream(
                        keys.derive(KeyDerivation.RTCP_ENCRYPTION, KEY), keys.derive(KeyDerivation.RTCP_SALT, SALT)),
                new HmacSha1(keys.derive(KeyDerivation.RTCP_AUTHENTICATION, AUTHENTICATION_KEY)));
    }

    @Override
    public int rtpOverhead() {
        return TAG;
    }

    @Override
    public int rtcpOverhead() {
        return WORD + TAG;
    }

    @Override
    public void sealRtp(byte[] packet, int start, int payload, int end, long index) {
        rtp.apply(packet, payload, end, Bytes.int32(packet, start + 8), index);
        System.arraycopy(rtpDigest(packet, start, end, index), 0, packet, end, TAG);
    }

    @Override
    public boolean openRtp(byte[] packet, int start, int payload, int end, long index) {
        int tag = end - TAG;
        if (!isTag(rtpDigest(packet, start, tag, index), packet, tag)) {
            return false;
        }
        rtp.apply(packet, payload, tag, Bytes.int32(packet, start + 8), index);
        return true;
    }

    @Override
    public void sealRtcp(byte[] packet, int start, int end, int word) {
        rtcp.apply(packet, start + RTCP_CLEAR, end, Bytes.int32(packet, start + 4), word & ~ENCRYPTED);
        Bytes.putInt32(packet, end, word);
        System.arraycopy(rtcpDigest(packet, start, end + WORD), 0, packet, end + WORD, TAG);
    }

    @Override
    public int rtcpWordAt(int end) {
        return end - TAG - WORD;
    }

    @Override
    public boolean openRtcp(byte[] packet, int start, int end) {
        int tag = end - TAG;
        if (!isTag(rtcpDigest(packet, start, tag), packet, tag)) {
            return false;
        }
        int word = Bytes.int32(packet, tag - WORD);
        rtcp.apply(packet, start + RTCP_CLEAR, tag - WORD, Bytes.int32(packet, start + 4), word & ~ENCRYPTED);
        return true;
    }

    private byte[] rtpDigest(byte[] packet, int start, int end, long index) {
        Bytes.putInt32(rollover, 0, (int) (index >>> 16));
        rtpTag.begin();
        rtpTag.update(packet, start, end - start);
        rtpTag.update(rollover, 0, rollover.length);
        return rtpTag.finish();
    }

    private byte[] rtcpDigest(byte[] packet, int start, int end) {
        rtcpTag.begin();
        rtcpTag.update(packet, start, end - start);
        return rtcpTag.finish();
    }

    private static boolean isTag(byte[] digest, byte[] packet, int at) {
        int difference = 0;
        for (int i = 0; i < TAG; i++) {
            difference |= digest[i] ^ packet[at + i];
        }
        return difference == 0;
    }
}
