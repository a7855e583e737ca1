// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// AES in counter mode as RFC 3711 section 4.1.1 has it, made from AES of single blocks: the platform's counter mode
/// wants new parameter objects for each packet, this allocates nothing.
final class KeyStream {
    private static final int BLOCK = 16;

    private final Cipher aes;
    private final long saltHigh;
    private final long saltLow;
    private byte[] counters = new byte[2048];
    private byte[] stream = new byte[2048];

    KeyStream(byte[] key, byte[] salt) {
        byte[] block = Arrays.copyOf(salt, BLOCK);
        saltHigh = Bytes.int64(block, 0);
        saltLow = Bytes.int64(block, 8);
        try {
            aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    /// Encrypts or decrypts the range: both are an exclusive or with the stream.
    ///
    /// ```
    /// first counter = salt ^ | 0 4 | SSRC 4 | index 6 | 0 2 |
    /// ```
    void apply(byte[] packet, int from, int end, int ssrc, long index) {
        int blocks = (end - from + BLOCK - 1) / BLOCK;
        fill(blocks, saltHigh ^ Integer.toUnsignedLong(ssrc), saltLow ^ (index << 16));
        try {
            aes.update(counters, 0, blocks * BLOCK, stream, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES refuses a block", e);
        }
        int at = from;
        int i = 0;
        for (; at + 8 <= end; at += 8, i += 8) {
            Bytes.putInt64(packet, at, Bytes.int64(packet, at) ^ Bytes.int64(stream, i));
        }
        for (; at < end; at++, i++) {
            packet[at] ^= stream[i];
        }
    }

    private void fill(int blocks, long high, long low) {
        if (counters.length < blocks * BLOCK) {
            counters = new byte[blocks * BLOCK];
            stream = new byte[blocks * BLOCK];
        }
        for (int i = 0; i < blocks; i++) {
            Bytes.putInt64(counters, i * BLOCK, high);
            Bytes.putInt64(counters, i * BLOCK + 8, low + i);
        }
    }
}
