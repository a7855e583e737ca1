// SPDX-License-Identifier: Apache-2.0
package dev.duet.id;

import java.util.Optional;
import java.util.regex.Pattern;

/// One invitation with its answers and its end, unique within an app: 1 to 64 letters, digits, `_` or `-`.
public record InviteId(String text) {
    /// What legal text is, in words that end a sentence.
    public static final String RULE = "1 to 64 letters, digits, `_` or `-`";

    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// @throws IllegalArgumentException when the text is illegal; use [#of] for text from outside
    public InviteId {
        if (!LEGAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not an InviteId: it must be " + RULE);
        }
    }

    /// The id, or empty when the text is illegal.
    public static Optional<InviteId> of(String text) {
        return LEGAL.matcher(text).matches() ? Optional.of(new InviteId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
