// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

/// How long to let packets gather before the next batch is read: waking up costs more than any packet does.
final class Coalescing {
    /// Between 8 and 16 packets a wake-up the cost has fallen to its floor.
    private static final int PACKETS_PER_BATCH = 12;
    /// A delay nobody can hear or see.
    private static final long LONGEST_NANOS = 1_000_000;
    /// Below this rate there is nothing to save.
    private static final long LEAST_PACKETS_PER_SECOND = 2_000;
    /// Long enough to hold several packets at the least rate, short enough to follow a call's beginning.
    private static final long WINDOW_NANOS = 20_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private long windowStart;
    private long packets;
    private long pauseNanos;

    /// Notes a batch; how long to pause after it, 0 for not at all.
    long after(int batch, long nowNanos) {
        packets += batch;
        long elapsed = nowNanos - windowStart;
        if (elapsed >= WINDOW_NANOS) {
            long rate = packets * NANOS_PER_SECOND / elapsed;
            pauseNanos = rate < LEAST_PACKETS_PER_SECOND
                    ? 0
                    : Math.min(LONGEST_NANOS, PACKETS_PER_BATCH * NANOS_PER_SECOND / rate);
            windowStart = nowNanos;
            packets = 0;
        }
        return pauseNanos;
    }
}
