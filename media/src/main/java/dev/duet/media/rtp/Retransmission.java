// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

/// The RTX payload format: the original sequence number, then the original payload (RFC 4588, section 4).
public final class Retransmission {
    private static final int ORIGINAL_SEQUENCE_LENGTH = 2;

    private Retransmission() {}

    /// Whether the packet repairs something; browsers also send RTX packets of pure padding to probe for bandwidth.
    public static boolean carriesOriginal(RtpPacket packet) {
        return packet.payloadLength() > ORIGINAL_SEQUENCE_LENGTH;
    }

    /// Turns a repair back into the packet it repairs.
    public static void unwrap(RtpPacket packet, int originalSsrc, int originalPayloadType) {
        int original = packet.shortAt(packet.payloadOffset());
        packet.dropPayloadPrefix(ORIGINAL_SEQUENCE_LENGTH);
        packet.sequence(original);
        packet.ssrc(originalSsrc);
        packet.payloadType(originalPayloadType);
    }

    /// Turns a packet into its own repair; `false` when the buffer has no room.
    public static boolean wrap(RtpPacket packet, int ssrc, int payloadType, int sequence) {
        if (!packet.addPayloadPrefix(ORIGINAL_SEQUENCE_LENGTH)) {
            return false;
        }
        packet.shortAt(packet.payloadOffset(), packet.sequence());
        packet.ssrc(ssrc);
        packet.payloadType(payloadType);
        packet.sequence(sequence);
        return true;
    }
}
