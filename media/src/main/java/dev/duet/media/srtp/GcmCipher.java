// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AEAD_AES_128_GCM (RFC 7714) on the platform's cipher. The header is authenticated, the payload encrypted:
///
/// ```
/// SRTP   | header              | encrypted payload | tag 16 |               RFC 7714 section 8.2
/// SRTCP  | 8 bytes with SSRC   | encrypted rest    | tag 16 | E, index 4 |  section 9.2; the last is authenticated too
/// ```
final class GcmCipher implements SrtpCipher {
    private static final int KEY = 16;
    private static final int SALT = 12;
    private static final int TAG = 16;
    private static final int WORD = 4;

    private final Stream rtp;
    private final Stream rtcp;
    private final byte[] word = new byte[WORD];

    GcmCipher(byte[] rtpKey, byte[] rtpSalt, byte[] rtcpKey, byte[] rtcpSalt) {
        this.rtp = new Stream(rtpKey, rtpSalt);
        this.rtcp = new Stream(rtcpKey, rtcpSalt);
    }

    static GcmCipher of(KeyDerivation keys) {
        return new GcmCipher(
                keys.derive(KeyDerivation.RTP_ENCRYPTION, KEY),
                keys.derive(KeyDerivation.RTP_SALT, SALT),
                keys.derive(KeyDerivation.RTCP_ENCRYPTION, KEY),
                keys.derive(KeyDerivation.RTCP_SALT, SALT));
    }

    @Override
    public int rtpOverhead() {
        return TAG;
    }

    @Override
    public int rtcpOverhead() {
        return TAG + WORD;
    }

    @Override
    public void sealRtp(byte[] packet, int start, int payload, int end, long index) {
        rtp.begin(Cipher.ENCRYPT_MODE, Bytes.int32(packet, start + 8), index);
        rtp.cipher.updateAAD(packet, start, payload - start);
        rtp.encrypt(packet, payload, end);
    }

    @Override
    public boolean openRtp(byte[] packet, int start, int payload, int end, long index) {
        rtp.begin(Cipher.DECRYPT_MODE, Bytes.int32(packet, start + 8), index);
        rtp.cipher.updateAAD(packet, start, payload - start);
        return rtp.decrypt(packet, payload, end);
    }

    @Override
    public void sealRtcp(byte[] packet, int start, int end, int eAndIndex) {
        beginRtcp(Cipher.ENCRYPT_MODE, packet, start, eAndIndex);
        rtcp.encrypt(packet, start + RTCP_CLEAR, end);
        Bytes.putInt32(packet, end + TAG, eAndIndex);
    }

    @Override
    public int rtcpWordAt(int end) {
        return end - WORD;
    }

    @Override
    public boolean openRtcp(byte[] packet, int start, int end) {
        beginRtcp(Cipher.DECRYPT_MODE, packet, start, Bytes.int32(packet, end - WORD));
        return rtcp.decrypt(packet, start + RTCP_CLEAR, end - WORD);
    }

    private void beginRtcp(int mode, byte[] packet, int start, int eAndIndex) {
        rtcp.begin(mode, Bytes.int32(packet, start + 4), eAndIndex & ~ENCRYPTED);
        rtcp.cipher.updateAAD(packet, start, RTCP_CLEAR);
        Bytes.putInt32(word, 0, eAndIndex);
        rtcp.cipher.updateAAD(word);
    }

    /// One key with its salt; the cipher keeps the key schedule as long as the key stays the same.
    private static final class Stream {
        private final Cipher cipher;
        private final SecretKeySpec key;
        private final byte[] salt;
        private final byte[] nonce;
        private byte[] sealed = new byte[2048];

        Stream(byte[] key, byte[] salt) {
            this.key = new SecretKeySpec(key, "AES");
            this.salt = salt;
            this.nonce = salt.clone();
            try {
                this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has AES/GCM", e);
            }
        }

        /// ```
        /// nonce = salt ^ | 0 2 | SSRC 4 | index 6 |      RFC 7714 sections 8.1 and 9.1
        /// ```
        void begin(int mode, int ssrc, long index) {
            Bytes.putInt32(nonce, 2, Bytes.int32(salt, 2) ^ ssrc);
            Bytes.putInt16(nonce, 6, Bytes.uint16(salt, 6) ^ (int) (index >>> 32));
            Bytes.putInt32(nonce, 8, Bytes.int32(salt, 8) ^ (int) index);
            try {
                cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the cipher refuses key or nonce", e);
            }
        }

        void encrypt(byte[] packet, int from, int end) {
            try {
                cipher.doFinal(packet, from, end - from, packet, from);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the cipher refuses to encrypt", e);
            }
        }

        /// Decrypts from a copy: in place the provider would allocate one for each packet.
        boolean decrypt(byte[] packet, int from, int end) {
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
    }
}
