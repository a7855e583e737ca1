// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import dev.duet.softphone.phone.choice.Key;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Reads keys until there are no more.
final class Keyboard {
    private Keyboard() {}

    static void listen(InputStream in, Consumer<Key> pressed) {
        Thread.ofPlatform().daemon().name("duet-keys").start(() -> read(in, pressed));
    }

    private static void read(InputStream in, Consumer<Key> pressed) {
        try {
            for (int typed = in.read(); typed >= 0; typed = in.read()) {
                Key.of(typed).ifPresent(pressed);
            }
        } catch (IOException gone) {
            // As at the end of a file: the call goes on without keys.
        }
    }
}
