// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a connection has counted since it began. Counters only grow; take the difference of two for a rate.
///
/// @param takenNanos when, on the scale of [System#nanoTime]
/// @param roundTrip to the media server and back; zero until it was measured
/// @param sendableBitsPerSecond what congestion control would let through now; zero until it was estimated
/// @param path what came in at all
public record ConnectionStats(
        long takenNanos,
        Duration roundTrip,
        long sendableBitsPerSecond,
        List<Sent> sent,
        List<Received> received,
        Path path) {
    public ConnectionStats {
        sent = List.copyOf(sent);
        received = List.copyOf(received);
    }

    /// Of an engine that counts streams only: that a path has broken is then known no sooner than the engine says so.
    public ConnectionStats(
            long takenNanos, Duration roundTrip, long sendableBitsPerSecond, List<Sent> sent, List<Received> received) {
        this(takenNanos, roundTrip, sendableBitsPerSecond, sent, received, Path.UNKNOWN);
    }

    /// What came in over any pair of addresses, of whatever stream or none.
    ///
    /// @param bytesReceived of media and the reports on it
    /// @param responsesReceived answers to the connection's own checks (STUN)
    public record Path(long bytesReceived, long responsesReceived) {
        public static final Path UNKNOWN = new Path(0, 0);
    }

    public Optional<Sent> sent(MediaKind kind) {
        return sent.stream().filter(each -> each.kind() == kind).findFirst();
    }

    public Optional<Received> received(MediaKind kind) {
        return received.stream().filter(each -> each.kind() == kind).findFirst();
    }

    /// One stream on its way out. Of audio the figures of pictures are zero, of video the level.
    ///
    /// @param codec such as `VP8`, empty until it is known
    /// @param bytes without headers of packets
    /// @param lossPercent of the last report by the server, 0 to 100
    /// @param audioLevel 0 to 1, of what goes into the encoder
    public record Sent(
            MediaKind kind,
            String codec,
            long packets,
            long bytes,
            double lossPercent,
            Picture picture,
            double audioLevel) {}

    /// One stream on its way in.
    ///
    /// @param packetsLost packets that never came; repaired ones are not counted
    /// @param jitter how much the packets' delay varies
    /// @param playoutDelay how long what is played now has waited for late packets
    /// @param samples all samples played, of each channel
    /// @param concealedSamples those of them that were made up, since nothing had come
    /// @param silentSamples those of the made-up ones that are silence
    /// @param frozen all the time that pictures stood still for want of others
    public record Received(
            MediaKind kind,
            String codec,
            long packets,
            long bytes,
            long packetsLost,
            Duration jitter,
            Duration playoutDelay,
            Picture picture,
            double audioLevel,
            long samples,
            long concealedSamples,
            long silentSamples,
            Duration frozen) {}

    /// The pictures of one stream: the size of the latest, and how many.
    ///
    /// @param frames all of them, encoded or decoded
    public record Picture(int width, int height, double framesPerSecond, long frames) {
        public static final Picture NONE = new Picture(0, 0, 0, 0);
    }
}
