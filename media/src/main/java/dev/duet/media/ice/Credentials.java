// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The user name fragment and the password of one side of an ICE session (RFC 8839 section 5.4).
public record Credentials(String ufrag, String password) {
    private static final Pattern UFRAG = Pattern.compile("[A-Za-z0-9+/]{4,256}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9+/]{22,256}");
    private static final String ICE_CHARS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// 72 bits: the server routes a first check by this text alone, so two live peers must never share it.
    private static final int UFRAG_LENGTH = 12;

    /// 144 bits; RFC 8445 section 5.3 wants at least 128.
    private static final int PASSWORD_LENGTH = 24;

    /// @throws IllegalArgumentException when a text breaks the grammar; use [#of] for text from outside
    public Credentials {
        if (!UFRAG.matcher(ufrag).matches()) {
            throw new IllegalArgumentException("an ICE ufrag is 4 to 256 letters, digits, `+` or `/`");
        }
        if (!PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException("an ICE password is 22 to 256 letters, digits, `+` or `/`");
        }
    }

    /// The credentials, or empty when a text breaks the grammar.
    public static Optional<Credentials> of(String ufrag, String password) {
        return UFRAG.matcher(ufrag).matches() && PASSWORD.matcher(password).matches()
                ? Optional.of(new Credentials(ufrag, password))
                : Optional.empty();
    }

    /// Fresh credentials. The generator must be unpredictable in production.
    public static Credentials random(RandomGenerator random) {
        return new Credentials(text(random, UFRAG_LENGTH), text(random, PASSWORD_LENGTH));
    }

    /// Hides the password, so that a credential in a log line gives nothing away.
    @Override
    public String toString() {
        return "Credentials[" + ufrag + "]";
    }

    private static String text(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ICE_CHARS.charAt(random.nextInt(ICE_CHARS.length())));
        }
        return text.toString();
    }
}
