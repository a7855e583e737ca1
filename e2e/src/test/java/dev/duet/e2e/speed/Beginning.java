// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.speed;

import com.microsoft.playwright.Page;
import java.util.EnumMap;
import java.util.Map;

/// How one side's media connection of a call began: when it came to each step, in milliseconds after `accept`.
record Beginning(Map<Step, Double> steps) {
    private static final double PATIENCE_MILLIS = 30_000;

    /// In the words of `first-media.js`.
    enum Step {
        MADE("connection made"),
        ANSWERED("descriptions known"),
        CONNECTED("connected"),
        AUDIO("first audio"),
        VIDEO("first video");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        private String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// When `accept` was pressed on this page.
    static double accepted(Page callee) {
        return number(callee.evaluate("firstMedia.read().accepted"));
    }

    /// Waits until this side hears and sees the other.
    static Beginning of(Page page, double accepted) {
        page.waitForFunction(
                "() => firstMedia.read().confirmed",
                null,
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
        Map<Step, Double> steps = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            steps.put(step, number(page.evaluate("firstMedia.read()." + step.key())) - accepted);
        }
        return new Beginning(steps);
    }

    private static double number(Object read) {
        return ((Number) read).doubleValue();
    }
}
