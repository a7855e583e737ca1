// SPDX-License-Identifier: Apache-2.0
package dev.duet.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands still until a test moves it. One test thread moves it; any thread may read it.
public final class ManualTime extends Clock {
    private volatile Instant now;

    public ManualTime(Instant start) {
        this.now = start;
    }

    /// Moves forward.
    ///
    /// @throws IllegalArgumentException when the step is negative
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + step);
        }
        now = now.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Nanoseconds since the epoch, for machines that take a `long nowNanos`.
    public long nanos() {
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
