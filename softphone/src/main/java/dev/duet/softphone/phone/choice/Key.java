// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone.choice;

import java.util.Arrays;
import java.util.Optional;

/// What a key asks for.
public enum Key {
    MUTE('m'),
    CAMERA('v'),
    HANG_UP('h'),
    QUIT('q');

    /// What people are told.
    public static final String HELP = "Keys: m mute, v camera, h hang up, q quit.";

    private final char letter;

    Key(char letter) {
        this.letter = letter;
    }

    /// The key of a letter, small or capital.
    public static Optional<Key> of(int typed) {
        return Arrays.stream(values())
                .filter(key -> key.letter == Character.toLowerCase(typed))
                .findFirst();
    }
}
