// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

/// The constant distances that turn one incoming stream's numbers into those of the outgoing stream it feeds.
///
/// Gaps stay gaps: a packet lost before us has its own outgoing number, free for the moment it is repaired.
///
/// @param ssrc the outgoing synchronization source
/// @param sequenceOffset added to sequence numbers, modulo 2^16
/// @param timestampOffset added to timestamps, modulo 2^32
public record Renumbering(int ssrc, int sequenceOffset, int timestampOffset) {
    /// Keeps the numbers, changes the source.
    public static Renumbering plain(int ssrc) {
        return new Renumbering(ssrc, 0, 0);
    }

    /// Lets a new incoming stream continue an outgoing one right behind its last packet.
    public static Renumbering continuing(int ssrc, int lastSequence, int nextTimestamp, RtpPacket first) {
        return new Renumbering(ssrc, lastSequence + 1 - first.sequence(), nextTimestamp - first.timestamp());
    }

    public int sequence(int incoming) {
        return (incoming + sequenceOffset) & 0xFFFF;
    }

    public int timestamp(int incoming) {
        return incoming + timestampOffset;
    }

    public void apply(RtpPacket packet) {
        packet.ssrc(ssrc);
        packet.sequence(sequence(packet.sequence()));
        packet.timestamp(timestamp(packet.timestamp()));
    }
}
