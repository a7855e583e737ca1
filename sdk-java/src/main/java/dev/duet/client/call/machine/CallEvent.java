// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import dev.duet.client.Result;
import dev.duet.client.call.state.EndSide;
import dev.duet.client.call.state.RejectReason;
import dev.duet.frame.ServerEvent.LeaveReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a call is told.
public sealed interface CallEvent {

    /// Only who calls learns these.
    sealed interface OfDialling extends CallEvent {}

    record Invited() implements OfDialling {}

    /// `lost`: there was no answer, because there was no connection.
    record InviteRefused(boolean lost, Result<Void> why) implements OfDialling {}

    /// There is another call here.
    record AlreadyInCall() implements OfDialling {}

    record Delivered() implements OfDialling {}

    record Rejected(RejectReason reason) implements OfDialling {}

    record CancelDone() implements OfDialling {}

    /// What stops a call from ringing.
    sealed interface Silencing extends CallEvent {}

    record Cancelled(EndSide side) implements Silencing {}

    record TimedOut() implements Silencing {}

    record AnsweredElsewhere(boolean accepted) implements Silencing {}

    /// What happens between the wish to answer and the server's word on it.
    sealed interface OfAnswering extends CallEvent {}

    record Accept() implements OfAnswering {}

    record AcceptSent() implements OfAnswering {}

    record AcceptDone() implements OfAnswering {}

    /// `over`: something else had ended it.
    record AcceptRefused(boolean over, Result<Void> why) implements OfAnswering {}

    /// The server made an accepted call of it: the other side answered, or both called each other.
    record Accepted() implements CallEvent {}

    /// The person wants no more of it.
    sealed interface Leaving extends CallEvent {}

    record HangUp() implements Leaving {}

    record Reject(RejectReason reason) implements Leaving {}

    /// On the way to talking.
    sealed interface Arriving extends CallEvent {}

    /// In the room.
    ///
    /// @param since when the server had both there, by this machine's clock; null when it has not, or does not say
    record Entered(@Nullable Instant since) implements Arriving {}

    record EnterRefused(Result<Void> why) implements Arriving {}

    /// The other side is in the room; `since` as above.
    record PeerEntered(@Nullable Instant since) implements Arriving {}

    /// Media has a path to the server.
    record Flowing() implements Arriving {}

    /// What ends a call in the room.
    sealed interface Departing extends CallEvent {}

    /// The other side has left.
    ///
    /// @param talked how long both were there by the server's clock; null when it does not say
    record PeerLeft(LeaveReason reason, @Nullable Duration talked) implements Departing {}

    record RoomEnded(RoomEnd why) implements Departing {}

    /// Why the own device is out of the room.
    enum RoomEnd {
        KICKED,
        DISSOLVED,
        LOST
    }

    record NoMicrophone(Result<Void> why) implements CallEvent {}

    /// How long the call was by the server's clock, said after it has ended here.
    record Counted(Duration talked) implements CallEvent {}

    /// Signed out or kicked.
    record SessionEnded(EndSide by) implements CallEvent {}

    record Wake() implements CallEvent {}
}
