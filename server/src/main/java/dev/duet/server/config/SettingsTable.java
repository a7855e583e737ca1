// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

import java.util.stream.Collectors;

/// The settings as a Markdown table, for docs/operations.md.
public final class SettingsTable {
    private SettingsTable() {}

    public static String markdown() {
        return Catalogue.all().stream()
                .map(SettingsTable::row)
                .collect(Collectors.joining("", "| Key | Value | Default | What it does |\n|---|---|---|---|\n", ""));
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.key(),
                        setting.unit().wanted(),
                        setting.fallback().isEmpty() ? "none" : "`" + setting.fallback() + "`",
                        setting.meaning());
    }
}
