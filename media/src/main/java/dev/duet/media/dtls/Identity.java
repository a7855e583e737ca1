// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.security.SecureRandom;
import java.time.Instant;

/// The self-made ECDSA P-256 certificate and key of this process, and its source of randomness. One per server process.
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"})
public final class Identity {
    private Identity() {}

    /// Makes a new key and certificate.
    public static Identity create(SecureRandom random, Instant now) {
        throw new UnsupportedOperationException(random + " " + now);
    }

    /// The SHA-256 fingerprint to announce in SDP.
    public Fingerprint fingerprint() {
        throw new UnsupportedOperationException();
    }
}
