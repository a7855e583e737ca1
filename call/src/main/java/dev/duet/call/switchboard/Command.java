// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.room.LegReport;
import dev.duet.frame.Device;
import dev.duet.frame.IceServer;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What happens to a switchboard. All of one app's commands come through one mailbox, in order.
public sealed interface Command {

    /// A device logged in; the edge has checked its ticket and made up `login`, which was never used before.
    /// Answered by a [Effect.Reply] with `Result.LoggedIn`; `heartbeat` and `iceServers` are handed through.
    record LogIn(
            LoginId login,
            RequestId requestId,
            UserId user,
            Device device,
            Duration heartbeat,
            List<IceServer> iceServers)
            implements Command {}

    /// The socket of a login is gone, for whatever reason; also sent after [Effect.CloseLogin], where it does nothing.
    record SocketLost(LoginId login) implements Command {}

    /// A logged-in device asks for something. `Login` and whatever needs a check of a ticket is the edge's.
    record Ask(LoginId login, Request request) implements Command {}

    /// The media answered an offer; the effect that carried it had the same login and request.
    record Negotiated(LoginId login, RequestId requestId, MediaAnswer answer) implements Command {}

    /// Media of this user flows; also said of a lobby's media that flowed already, when it has come into the room.
    record MediaConnected(RoomId room, UserId user) implements Command {}

    /// Media of this user is dead; `lastHeard` is when its last packet came (now, when unknown).
    record MediaLost(RoomId room, UserId user, Instant lastHeard) implements Command {}

    /// How legs of a room do, every 2 s; each user reported on is told, in one report of both or in one for each.
    record Measured(RoomId room, List<LegReport> legs) implements Command {}

    /// A push was handed to a vendor for this device, or shown by it.
    record Pushed(InviteId inviteId, DeviceId device, String status) implements Command {}

    /// The ticket of a login has run out; its device is told, nothing else happens.
    record TicketExpired(LoginId login) implements Command {}

    /// The operator ends every login of a user.
    record KickUser(UserId user, KickReason reason) implements Command {}

    /// The operator takes a user out of a room.
    record RemoveFromRoom(RoomId room, UserId user) implements Command {}

    /// The operator closes a room.
    record DissolveRoom(RoomId room) implements Command {}
}
