// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

import java.time.Instant;

/// What must happen, in order.
public sealed interface RingEffect {
    /// The call is shown as one that comes in, in place of what was shown.
    record ShowRinging(IncomingCall call) implements RingEffect {}

    /// The call is shown as one that goes on.
    record ShowTalking(IncomingCall call) implements RingEffect {}

    record Sound() implements RingEffect {}

    record Hush() implements RingEffect {}

    /// Come back with [RingInput.Woken] then; the earlier wish is void.
    record Wake(Instant at) implements RingEffect {}

    /// The app accepts the call.
    record Accept(IncomingCall call) implements RingEffect {}

    record Decline(IncomingCall call) implements RingEffect {}

    record HangUp(IncomingCall call) implements RingEffect {}

    /// It rang until its time was over or the caller gave up.
    record Missed(IncomingCall call) implements RingEffect {}

    /// Nothing is shown any more.
    record Rest() implements RingEffect {}
}
