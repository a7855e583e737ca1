// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.invitation;

import dev.duet.error.Refusal;

/// What comes of asking something of an invitation.
public sealed interface Step {

    /// It is now this; whom it concerns has to be told.
    record Moved(Invitation invitation) implements Step {}

    /// It was done already, by the same device before it reconnected: the answer is yes and nobody is told again.
    record Repeated() implements Step {}

    record Refused(Refusal refusal) implements Step {}
}
