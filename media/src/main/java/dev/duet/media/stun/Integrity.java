// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stun;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A key that makes and checks MESSAGE-INTEGRITY (RFC 8489 section 14.5). For one owner: it is not safe to share.
public final class Integrity {
    static final int TYPE = 0x0008;
    static final int LENGTH = 20;

    private final Mac mac;

    private Integrity(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }

    /// The key of a short-term credential, which is the password itself (RFC 8489 section 9.1.1).
    ///
    /// @throws IllegalArgumentException when the password is empty
    public static Integrity ofPassword(String password) {
        return new Integrity(password.getBytes(StandardCharsets.UTF_8));
    }

    /// The MAC over everything in front of the attribute at `offset`. The length in the header counts as if the message
    /// ended with that attribute, whatever stands there.
    byte[] seal(byte[] message, int offset) {
        int length = offset - Layout.HEADER + Layout.ATTRIBUTE_HEADER + LENGTH;
        mac.update(message, 0, 2);
        mac.update((byte) (length >>> 8));
        mac.update((byte) length);
        mac.update(message, 4, offset - 4);
        return mac.doFinal();
    }

    /// Whether the attribute at `offset` was made with this key; takes the same time for every wrong one.
    boolean matches(byte[] message, int offset) {
        int value = offset + Layout.ATTRIBUTE_HEADER;
        return MessageDigest.isEqual(seal(message, offset), Arrays.copyOfRange(message, value, value + LENGTH));
    }
}
