// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import java.util.Optional;

/// A protection profile of SRTP: its DTLS-SRTP number and its lengths in bytes.
public enum SrtpProfile {
    /// RFC 7714 section 14.2.
    AEAD_AES_128_GCM(7, 16, 12, 16),
    /// `SRTP_AES128_CM_HMAC_SHA1_80`, RFC 5764 section 4.1.2.
    AES128_CM_SHA1_80(1, 16, 14, 10);

    private final int number;
    private final int keyLength;
    private final int saltLength;
    private final int tagLength;

    SrtpProfile(int number, int keyLength, int saltLength, int tagLength) {
        this.number = number;
        this.keyLength = keyLength;
        this.saltLength = saltLength;
        this.tagLength = tagLength;
    }

    /// The profile of a `use_srtp` number, when we speak it.
    public static Optional<SrtpProfile> of(int number) {
        for (SrtpProfile profile : values()) {
            if (profile.number == number) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    /// As `of`, for numbers that a handshake already agreed.
    static SrtpProfile known(int number) {
        return of(number).orElseThrow(() -> new IllegalArgumentException("unknown SRTP profile " + number));
    }

    public int number() {
        return number;
    }

    public int keyLength() {
        return keyLength;
    }

    public int saltLength() {
        return saltLength;
    }

    public int tagLength() {
        return tagLength;
    }
}
