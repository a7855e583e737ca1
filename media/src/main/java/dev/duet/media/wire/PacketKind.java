// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.wire;

import java.nio.ByteBuffer;

/// The protocol of a datagram, told from its first two bytes (RFC 7983 section 7, RFC 5761 section 4).
///
/// ```
/// first byte    0..3   STUN
///              20..63  DTLS
///             128..191 RTP or RTCP: RTCP when the second byte is 192..223
/// ```
///
/// The second byte of RTCP is its packet type. RTP has the marker bit and the payload type there, which is why the
/// payload types 64 to 95 must not be negotiated next to rtcp-mux.
public enum PacketKind {
    STUN,
    DTLS,
    RTP,
    RTCP,
    /// Nothing a peer of ours sends, TURN channel data and ZRTP included.
    UNKNOWN;

    /// The kind of the bytes between position and limit, which stay unread.
    public static PacketKind of(ByteBuffer datagram) {
        if (datagram.remaining() < 2) {
            return UNKNOWN;
        }
        int first = datagram.get(datagram.position()) & 0xff;
        if (first >= 128 && first <= 191) {
            int second = datagram.get(datagram.position() + 1) & 0xff;
            return second >= 192 && second <= 223 ? RTCP : RTP;
        }
        if (first <= 3) {
            return STUN;
        }
        return first >= 20 && first <= 63 ? DTLS : UNKNOWN;
    }
}
