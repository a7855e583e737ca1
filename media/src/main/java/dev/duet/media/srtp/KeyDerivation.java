// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The session keys that follow from one master key and salt (RFC 3711 section 4.3), derived once: no rate.
final class KeyDerivation {
    /// RFC 3711 sections 4.3.1 and 4.3.2.
    static final int RTP_ENCRYPTION = 0;

    static final int RTP_AUTHENTICATION = 1;
    static final int RTP_SALT = 2;
    static final int RTCP_ENCRYPTION = 3;
    static final int RTCP_AUTHENTICATION = 4;
    static final int RTCP_SALT = 5;

    /// Where the label meets the 14 bytes of salt: above the 48 bits of an index divided by a rate of zero.
    private static final int LABEL_AT = 7;

    private final byte[] masterKey;
    private final byte[] masterSalt;

    KeyDerivation(byte[] masterKey, byte[] masterSalt) {
        this.masterKey = masterKey;
        this.masterSalt = masterSalt;
    }

    /// The first bytes of the AES-CM key stream of the label. A salt of 12 bytes is padded with zeros behind (RFC 7714
    /// section 11).
    byte[] derive(int label, int length) {
        byte[] counter = Arrays.copyOf(masterSalt, 16);
        counter[LABEL_AT] ^= (byte) label;
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(masterKey, "AES"), new IvParameterSpec(counter));
            return cipher.doFinal(new byte[length]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/CTR", e);
        }
    }
}
