// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

import java.util.Collection;
import java.util.Comparator;

/// The word somebody most likely meant.
final class Nearest {
    private Nearest() {}

    /// The candidate with the fewest edits.
    static String to(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> edits(word, candidate)))
                .orElseThrow();
    }

    /// Levenshtein distance: insertions, deletions and replacements that make one from the other.
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replace = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, Math.min(row[j - 1], diagonal) + 1);
            }
        }
        return row[to.length()];
    }
}
