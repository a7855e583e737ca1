// SPDX-License-Identifier: Apache-2.0
package dev.duet.id;

import java.util.Optional;
import java.util.regex.Pattern;

/// A user of one app: 1 to 32 letters, digits, `_` or `-`.
public record UserId(String text) {
    /// What legal text is, in words that end a sentence.
    public static final String RULE = "1 to 32 letters, digits, `_` or `-`";

    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    /// @throws IllegalArgumentException when the text is illegal; use [#of] for text from outside
    public UserId {
        if (!LEGAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UserId: it must be " + RULE);
        }
    }

    /// The id, or empty when the text is illegal.
    public static Optional<UserId> of(String text) {
        return LEGAL.matcher(text).matches() ? Optional.of(new UserId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
