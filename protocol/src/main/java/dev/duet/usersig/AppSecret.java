// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The key of an app (SDKSecretKey): whoever has it can be anybody there. It never shows itself in text.
public final class AppSecret {
    private final byte[] bytes;

    private AppSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The key whose bytes are those of the text itself; hexadecimal digits are not decoded.
    ///
    /// @throws IllegalArgumentException when the text is empty
    public static AppSecret of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an app's secret must not be empty");
        }
        return new AppSecret(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AppSecret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "AppSecret[hidden]";
    }
}
