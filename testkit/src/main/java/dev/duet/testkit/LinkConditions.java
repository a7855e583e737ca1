// SPDX-License-Identifier: Apache-2.0
package dev.duet.testkit;

import java.time.Duration;

/// How good one direction of a path is. Chances are from 0 to 1.
///
/// @param delay of every datagram
/// @param jitter the most that is added to the delay, evenly spread
/// @param reordering chance of a datagram to be overtaken
/// @param overtaking how much later an overtaken datagram arrives
/// @param bitsPerSecond what fits through, or [#UNLIMITED]
/// @param queue how long a datagram may wait before a link with a rate drops it
public record LinkConditions(
        double loss,
        Duration delay,
        Duration jitter,
        double reordering,
        Duration overtaking,
        double duplication,
        long bitsPerSecond,
        Duration queue) {
    public static final long UNLIMITED = 0;

    /// Takes this long and loses nothing.
    public static LinkConditions clean(Duration delay) {
        return new LinkConditions(0, delay, Duration.ZERO, 0, Duration.ZERO, 0, UNLIMITED, Duration.ofMillis(300));
    }

    public LinkConditions withLoss(double chance) {
        return new LinkConditions(chance, delay, jitter, reordering, overtaking, duplication, bitsPerSecond, queue);
    }

    public LinkConditions withJitter(Duration most) {
        return new LinkConditions(loss, delay, most, reordering, overtaking, duplication, bitsPerSecond, queue);
    }

    public LinkConditions withReordering(double chance, Duration by) {
        return new LinkConditions(loss, delay, jitter, chance, by, duplication, bitsPerSecond, queue);
    }

    public LinkConditions withDuplication(double chance) {
        return new LinkConditions(loss, delay, jitter, reordering, overtaking, chance, bitsPerSecond, queue);
    }

    public LinkConditions withRate(long bits) {
        return new LinkConditions(loss, delay, jitter, reordering, overtaking, duplication, bits, queue);
    }
}
