// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

import java.time.Duration;

/// Durations that people write outside the settings, in the same way.
public final class Spans {
    private static final Unit<Duration> UNIT = Unit.duration(Duration.ofSeconds(1), Duration.ofDays(3650));

    private Spans() {}

    /// The duration; `name` is the option it was given for.
    public static Duration read(String name, String text) throws BadSettings {
        return UNIT.reader()
                .apply(text)
                .orElseThrow(
                        () -> new BadSettings("`" + name + "` is `" + text + "` but must be " + UNIT.wanted() + "."));
    }
}
