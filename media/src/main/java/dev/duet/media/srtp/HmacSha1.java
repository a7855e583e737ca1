// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// HMAC-SHA1 (RFC 2104) on a plain digest: feeding the two padded keys costs less than the platform's `Mac`, and
/// unlike copies of digests that have eaten them it allocates nothing.
final class HmacSha1 {
    private static final int BLOCK = 64;
    private static final int LENGTH = 20;

    private final byte[] inner;
    private final byte[] outer;
    private final byte[] result = new byte[LENGTH];
    private final MessageDigest digest;

    HmacSha1(byte[] key) {
        inner = padded(key, 0x36);
        outer = padded(key, 0x5c);
        try {
            digest = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    void begin() {
        digest.update(inner);
    }

    void update(byte[] data, int offset, int length) {
        digest.update(data, offset, length);
    }

    /// The 20 bytes; the array is ours and lives until the next `finish`.
    byte[] finish() {
        try {
            digest.digest(result, 0, LENGTH);
            digest.update(outer);
            digest.update(result);
            digest.digest(result, 0, LENGTH);
            return result;
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-1 has 20 bytes", e);
        }
    }

    private static byte[] padded(byte[] key, int pad) {
        byte[] block = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }
}
