// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An invitation rings, then it has ended; nothing else happens to it.
public sealed interface InvitationState {

    record Ringing() implements InvitationState {}

    /// `data` came with the step that ended it; `by` is null when the server ended it.
    record Ended(Outcome outcome, String data, @Nullable Actor by, Instant at) implements InvitationState {

        /// Whether this is the same step by the same device, asked for again after it reconnected.
        boolean isRepeatedBy(Ended other) {
            return outcome == other.outcome && by != null && other.by != null && by.returnedAs(other.by);
        }
    }
}
