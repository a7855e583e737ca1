// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How many custom commands and bytes may be sent now; both fill up within a second. The server counts the same way.
public record CommandAllowance(double commands, double bytes, Instant at) {
    private static final int LARGEST_BYTES = 1_024;
    private static final int MOST = 30;
    private static final int MOST_BYTES = 8_192;
    private static final int HIGHEST_ID = 10;

    public static CommandAllowance full(Instant now) {
        return new CommandAllowance(MOST, MOST_BYTES, now);
    }

    /// The allowance after a command of that size, or empty when it may not be sent.
    public Optional<CommandAllowance> spend(int size, Instant now) {
        double seconds = Math.max(0, Duration.between(at, now).toMillis()) / 1_000.0;
        double left = Math.min(MOST, commands + seconds * MOST) - 1;
        double bytesLeft = Math.min(MOST_BYTES, bytes + seconds * MOST_BYTES) - size;
        return left < 0 || bytesLeft < 0 ? Optional.empty() : Optional.of(new CommandAllowance(left, bytesLeft, now));
    }

    /// Whether such a message may be sent at all.
    public static boolean isLegal(int cmdId, int size) {
        return cmdId >= 1 && cmdId <= HIGHEST_ID && size > 0 && size <= LARGEST_BYTES;
    }
}
