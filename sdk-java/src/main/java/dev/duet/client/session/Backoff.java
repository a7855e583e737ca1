// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import java.time.Duration;

/// How long to wait before the next attempt to connect: doubling from half a second to 15 s, then spread over its upper
/// half, so that the clients of a restarted server do not come back in one instant.
public final class Backoff {
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 15_000;
    /// Doubling further would only overflow.
    private static final int MOST_DOUBLINGS = 10;

    private Backoff() {}

    /// The wait after this many attempts.
    ///
    /// @param attempt counts from 0
    /// @param chance in [0, 1)
    public static Duration before(int attempt, double chance) {
        long full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, MOST_DOUBLINGS));
        return Duration.ofMillis(full / 2 + Math.round(chance * full / 2));
    }
}
