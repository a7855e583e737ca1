// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import java.time.Duration;

/// The clocks and limits of ICE.
///
/// @param consentExpiry how long a path, or the wait for the first one, outlives the last proven sign of the peer
/// @param consentInterval how often the controlling side renews the consent, before randomization
/// @param answersPerSecond how many checks one peer gets answered a second, which is also the largest burst
public record IceSettings(Duration consentExpiry, Duration consentInterval, int answersPerSecond) {

    /// 30 s and 5 s from RFC 7675 section 5.1. A browser with five interfaces pairs them with our two or three
    /// addresses and paces its checks at 48 ms or more, so it stays under 25 a second.
    public static IceSettings standard() {
        return new IceSettings(Duration.ofSeconds(30), Duration.ofSeconds(5), 100);
    }

    public IceSettings {
        if (consentExpiry.compareTo(consentInterval) <= 0 || consentInterval.isNegative() || consentInterval.isZero()) {
            throw new IllegalArgumentException("consent must be renewed before it expires");
        }
        if (answersPerSecond < 1) {
            throw new IllegalArgumentException("a peer that gets no answer cannot connect");
        }
    }
}
