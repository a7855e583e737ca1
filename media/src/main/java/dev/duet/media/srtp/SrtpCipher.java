// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import dev.duet.media.srtp.gcm.AesGcm;

/// Encryption and authentication of the packets of one direction, in place; knows nothing of replay.
///
/// Offsets are into the packet's array, and `end` is exclusive. The RTP index is the 48 bits of rollover counter and
/// sequence number; the RTCP word is the E flag and the 31-bit index as they stand on the wire (RFC 3711 section 3.4).
interface SrtpCipher {
    /// The bit of the RTCP word that says that the packet is encrypted.
    int ENCRYPTED = 0x8000_0000;

    /// Bytes of an RTCP header that stay clear: up to and with the sender's SSRC.
    int RTCP_CLEAR = 8;

    static SrtpCipher of(SrtpProfile profile, byte[] masterKey, byte[] masterSalt, AesGcm.Engine engine) {
        if (masterKey.length != profile.keyLength() || masterSalt.length != profile.saltLength()) {
            throw new IllegalArgumentException("key or salt has not the length of " + profile);
        }
        KeyDerivation keys = new KeyDerivation(masterKey, masterSalt);
        return switch (profile) {
            case AEAD_AES_128_GCM -> GcmCipher.of(keys, engine);
            case AES128_CM_SHA1_80 -> CounterModeCipher.of(keys);
        };
    }

    /// Bytes by which an RTP packet grows.
    int rtpOverhead();

    /// Bytes by which an RTCP packet grows.
    int rtcpOverhead();

    void sealRtp(byte[] packet, int start, int payload, int end, long index);

    /// Whether the packet is authentic; only then it is decrypted. The end includes the overhead.
    boolean openRtp(byte[] packet, int start, int payload, int end, long index);

    void sealRtcp(byte[] packet, int start, int end, int word);

    /// Where the RTCP word stands in a packet of at least the overhead that ends there.
    int rtcpWordAt(int end);

    /// As `openRtp`.
    boolean openRtcp(byte[] packet, int start, int end);
}
