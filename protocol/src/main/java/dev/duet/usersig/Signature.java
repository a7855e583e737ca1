// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The MAC of a ticket: HMAC-SHA256 over its signed text.
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static byte[] of(UserSig claims, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(claims.signedText().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, missing);
        }
    }

    /// Whether the MAC is this key's, in a time that does not tell how much of it is right.
    static boolean matches(byte[] mac, UserSig claims, byte[] key) {
        return MessageDigest.isEqual(of(claims, key), mac);
    }
}
