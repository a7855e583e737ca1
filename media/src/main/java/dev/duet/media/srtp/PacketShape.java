// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

/// Where the clear part of a packet ends.
final class PacketShape {
    private static final int RTP_HEADER = 12;

    private PacketShape() {}

    /// The offset of the payload, behind contributing sources and header extension (RFC 3550 section 5.1); -1 when the
    /// packet is not RTP or ends before.
    ///
    /// ```
    /// | V 2 bits, P, X, CC 4 bits | M, PT | sequence 2 | timestamp 4 | SSRC 4 |
    /// | CC contributing sources of 4 | if X: profile 2, words 2, words of 4 | payload |
    /// ```
    static int rtpPayload(byte[] packet, int start, int end) {
        if (end - start < RTP_HEADER || !isVersion2(packet[start])) {
            return -1;
        }
        int at = start + RTP_HEADER + 4 * (packet[start] & 0xf);
        if ((packet[start] & 0x10) != 0) {
            if (at + 4 > end) {
                return -1;
            }
            at += 4 + 4 * Bytes.uint16(packet, at + 2);
        }
        return at <= end ? at : -1;
    }

    /// Whether a compound RTCP packet may begin here (RFC 3550 section 6.1, RFC 5761 section 4).
    static boolean isRtcp(byte[] packet, int start, int end) {
        if (end - start < SrtpCipher.RTCP_CLEAR || !isVersion2(packet[start])) {
            return false;
        }
        int type = packet[start + 1] & 0xff;
        return type >= 192 && type <= 223;
    }

    private static boolean isVersion2(byte first) {
        return (first & 0xc0) == 0x80;
    }
}
