// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.member;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the constants of an enum are spelled on the wire: in camel case, `TIMED_OUT` as `timedOut`.
public final class Spelling<E extends Enum<E>> {
    private final Map<String, E> constants = new HashMap<>();
    private final Map<E, String> words;

    public Spelling(Class<E> type) {
        this.words = new EnumMap<>(type);
        for (E constant : EnumSet.allOf(type)) {
            words.put(constant, camelCase(constant));
            constants.put(camelCase(constant), constant);
        }
    }

    @Nullable
    public E constant(String word) {
        return constants.get(word);
    }

    public String word(E constant) {
        return Objects.requireNonNull(words.get(constant));
    }

    /// The words in the order of the constants.
    public Collection<String> words() {
        return words.values();
    }

    private static String camelCase(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().split("_", -1)) {
            String lower = part.toLowerCase(Locale.ROOT);
            word.append(word.length() == 0 ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return word.toString();
    }
}
