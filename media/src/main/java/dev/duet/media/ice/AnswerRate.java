// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

/// A bound on events per second, with a burst of one second's worth: the earliest time at which everything let through
/// so far would have fitted an even pace, and no event may run more than a second ahead of it.
final class AnswerRate {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final long spacingNanos;
    private long paceNanos;

    AnswerRate(int perSecond, long nowNanos) {
        this.spacingNanos = SECOND_NANOS / perSecond;
        this.paceNanos = nowNanos;
    }

    boolean allows(long nowNanos) {
        if (paceNanos - nowNanos < 0) {
            paceNanos = nowNanos;
        }
        if (paceNanos + spacingNanos - nowNanos > SECOND_NANOS) {
            return false;
        }
        paceNanos += spacingNanos;
        return true;
    }
}
