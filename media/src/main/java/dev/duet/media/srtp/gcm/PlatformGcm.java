// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp.gcm;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The platform's cipher, which keeps the key schedule as long as the key stays the same.
final class PlatformGcm implements AesGcm {
    private final Cipher cipher;
    private final SecretKeySpec key;
    private byte[] sealed = new byte[2048];

    PlatformGcm(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    @Override
    public void seal(byte[] nonce, byte[] clear, int clearFrom, int clearLength, byte[] packet, int from, int end) {
        begin(Cipher.ENCRYPT_MODE, nonce, clear, clearFrom, clearLength);
        try {
            cipher.doFinal(packet, from, end - from, packet, from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cipher refuses to encrypt", e);
        }
    }

    /// Decrypts from a copy: in place the provider would allocate one for each packet.
    @Override
    public boolean open(byte[] nonce, byte[] clear, int clearFrom, int clearLength, byte[] packet, int from, int end) {
        begin(Cipher.DECRYPT_MODE, nonce, clear, clearFrom, clearLength);
        int length = end - from;
        if (sealed.length < length) {
            sealed = new byte[length];
        }
        System.arraycopy(packet, from, sealed, 0, length);
        try {
            cipher.doFinal(sealed, 0, length, packet, from);
            return true;
        } catch (AEADBadTagException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cipher refuses to decrypt", e);
        }
    }

    private void begin(int mode, byte[] nonce, byte[] clear, int clearFrom, int clearLength) {
        try {
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cipher refuses key or nonce", e);
        }
        cipher.updateAAD(clear, clearFrom, clearLength);
    }
}
