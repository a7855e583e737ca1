// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.state;

import java.time.Duration;
import java.time.Instant;

/// Where a call stands.
public sealed interface CallState {

    /// An outgoing call that the server has not confirmed yet.
    record Inviting() implements CallState {}

    /// Not answered yet.
    ///
    /// @param delivered whether a device of the other side is known to ring
    record Ringing(boolean delivered) implements CallState {}

    /// Answered; media is being set up.
    record Connecting() implements CallState {}

    /// Both are in the room and media flows.
    ///
    /// @param since when the server had both in the room, by this machine's clock
    record Talking(Instant since) implements CallState {}

    /// Over, for good.
    ///
    /// @param code the documented number of what went wrong; 0 for an end that nothing went wrong with
    /// @param message one English sentence for people
    /// @param talked zero for a call that was never talked in
    record Ended(EndReason reason, EndSide side, int code, String message, Duration talked) implements CallState {}
}
