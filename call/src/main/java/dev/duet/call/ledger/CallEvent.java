// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ledger;

import dev.duet.call.invitation.Outcome;
import dev.duet.call.room.Departure;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent.Via;
import dev.duet.id.DeviceId;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a call and is worth keeping. Events of rooms carry the invitation that led there, or null
/// when the users met without one.
public sealed interface CallEvent {

    @Nullable
    InviteId inviteId();

    Instant at();

    record Invited(InviteId inviteId, UserId inviter, DeviceId device, UserId invitee, Instant at)
            implements CallEvent {}

    /// A device of the invitee rings.
    record Delivered(InviteId inviteId, DeviceId device, Via via, Instant at) implements CallEvent {}

    /// The ringing ended; `by` is null when the server ended it.
    record Ended(
            InviteId inviteId, Outcome outcome, @Nullable DeviceKey by, Instant at) implements CallEvent {}

    /// The invitation was accepted and then nobody came to a room.
    record Abandoned(InviteId inviteId, Instant at) implements CallEvent {}

    /// `present`: how many users are in the room now.
    record Entered(@Nullable InviteId inviteId, RoomId room, Scene scene, DeviceKey who, int present, Instant at)
            implements CallEvent {}

    record Left(@Nullable InviteId inviteId, RoomId room, UserId user, Departure departure, Instant at)
            implements CallEvent {}

    /// The last user left.
    record Dissolved(@Nullable InviteId inviteId, RoomId room, Instant at) implements CallEvent {}
}
