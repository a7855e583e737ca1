// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ledger;

import dev.duet.call.invitation.Outcome;
import dev.duet.id.DeviceKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The first half of a call.
///
/// @param deliveredAt when the first device of the invitee rang, null while none does
/// @param end null while it rings
public record Ring(
        Instant invitedAt,
        @Nullable Instant deliveredAt,
        @Nullable End end) {

    /// `by` is null when the server ended it.
    public record End(Outcome outcome, @Nullable DeviceKey by, Instant at) {}

    /// From the invitation to its outcome; zero while it rings.
    public Duration lasted() {
        return end == null ? Duration.ZERO : Duration.between(invitedAt, end.at());
    }

    Ring delivered(Instant at) {
        return deliveredAt == null ? new Ring(invitedAt, at, end) : this;
    }

    Ring ended(End how) {
        return end == null ? new Ring(invitedAt, deliveredAt, how) : this;
    }
}
