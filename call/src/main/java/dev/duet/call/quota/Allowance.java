// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.quota;

import java.time.Duration;
import java.time.Instant;

/// What one subject may still do under a limit: a token bucket, kept as the one instant at which it is full again.
/// A clock that steps back makes it stricter for that long, never looser.
public final class Allowance {
    private final Limit limit;
    private Instant fullAt = Instant.MIN;

    public Allowance(Limit limit) {
        this.limit = limit;
    }

    /// Takes one, if there is one.
    public boolean take(Instant now) {
        return take(1, now);
    }

    /// Takes this many, all or none.
    public boolean take(int count, Instant now) {
        Instant afterwards = later(fullAt, now).plus(limit.refill().multipliedBy(count));
        Duration drained = Duration.between(now, afterwards);
        if (drained.compareTo(limit.refill().multipliedBy(limit.burst())) > 0) {
            return false;
        }
        fullAt = afterwards;
        return true;
    }

    /// From then on it is as good as new, and need not be kept.
    public Instant fullAt() {
        return fullAt;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
