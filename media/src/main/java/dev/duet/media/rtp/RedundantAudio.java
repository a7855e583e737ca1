// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

/// The RED payload format for audio: block headers, then the blocks, the newest last (RFC 2198, section 3).
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |1|   block PT  |  timestamp offset         |   block length    |  a redundant block
/// |0|   block PT  |                                                 the primary block
/// ```
public final class RedundantAudio {
    private static final int FOLLOWED = 0x80;
    private static final int REDUNDANT_HEADER = 4;
    private static final int PRIMARY_HEADER = 1;

    private RedundantAudio() {}

    /// Rewrites the payload type of every block by `targets`; `false` when the payload is malformed or a block's type
    /// has no target (negative).
    public static boolean rename(RtpPacket packet, byte[] targets) {
        int primary = primaryHeader(packet);
        if (primary < 0) {
            return false;
        }
        byte[] bytes = packet.bytes();
        for (int at = packet.payloadOffset(); at <= primary; at += REDUNDANT_HEADER) {
            int target = targets[bytes[at] & 0x7F];
            if (target < 0) {
                return false;
            }
            bytes[at] = (byte) ((bytes[at] & FOLLOWED) | target);
        }
        return true;
    }

    /// Leaves only the primary block, as a packet of that block's own payload type; `false` when the payload is
    /// malformed.
    public static boolean unwrap(RtpPacket packet) {
        int primary = primaryHeader(packet);
        if (primary < 0) {
            return false;
        }
        int block = primary + PRIMARY_HEADER + redundantLength(packet, primary);
        packet.payloadType(packet.bytes()[primary] & 0x7F);
        packet.dropPayloadPrefix(block - packet.payloadOffset());
        return true;
    }

    /// Index of the primary block's header, or -1 when headers and blocks do not fit the payload.
    private static int primaryHeader(RtpPacket packet) {
        byte[] bytes = packet.bytes();
        int end = packet.payloadOffset() + packet.payloadLength();
        int at = packet.payloadOffset();
        while (at < end && (bytes[at] & FOLLOWED) != 0) {
            at += REDUNDANT_HEADER;
        }
        return at < end && at + PRIMARY_HEADER + redundantLength(packet, at) <= end ? at : -1;
    }

    private static int redundantLength(RtpPacket packet, int primary) {
        int sum = 0;
        for (int at = packet.payloadOffset(); at < primary; at += REDUNDANT_HEADER) {
            sum += packet.shortAt(at + 2) & 0x3FF;
        }
        return sum;
    }
}
