// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.talk;

import dev.duet.client.call.state.CallQuality;
import java.util.List;
import java.util.Locale;

/// The quality of a call in words.
public final class QualityWords {
    private static final List<String> GRADES =
            List.of("unknown", "excellent", "good", "poor", "bad", "very bad", "down");

    private QualityWords() {}

    /// As `up excellent, down good, 12 ms to the server, 0.0 % lost`.
    public static String of(CallQuality quality) {
        return "up " + grade(quality.local()) + ", down " + grade(quality.remote()) + ", "
                + quality.roundTrip().toMillis() + " ms to the server, " + percent(worse(quality)) + " lost";
    }

    private static String grade(int number) {
        return GRADES.get(Math.clamp(number, 0, GRADES.size() - 1));
    }

    private static double worse(CallQuality quality) {
        return Math.max(quality.upLossPercent(), quality.downLossPercent());
    }

    private static String percent(double of) {
        return String.format(Locale.ROOT, "%.1f %%", of);
    }
}
