// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.invitation.PushNote;
import dev.duet.call.ledger.CallEvent;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest.SetPushToken;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.RequestId;
import dev.duet.frame.ServerEvent;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Instant;

/// What must happen now, in the order given.
public sealed interface Effect {

    /// Answers a request.
    record Reply(LoginId login, Ack ack) implements Effect {}

    /// Tells a device something; `login` has a socket as far as the switchboard knows.
    record Deliver(LoginId login, ServerEvent event) implements Effect {}

    /// Closes the socket of a login after everything before was written. Nothing is sent to it any more.
    record CloseLogin(LoginId login, CloseReason why) implements Effect {}

    /// Has the media answer the offer with which a user enters a room; a second entry of the same user replaces the
    /// first. Answered by [Command.Negotiated].
    record Negotiate(LoginId login, RequestId requestId, RoomId room, UserId user, String sdp) implements Effect {}

    /// Has the media answer the offer with which a user renews its path. Answered by [Command.Negotiated].
    record RestartIce(LoginId login, RequestId requestId, RoomId room, UserId user, String sdp) implements Effect {}

    /// Ends the media of a user in a room; does nothing when there is none.
    record LeaveMedia(RoomId room, UserId user) implements Effect {}

    /// What a user in a room wants to be sent from now on. Every entry begins with all of it.
    record Receive(RoomId room, UserId user, ReceiveWish wish) implements Effect {}

    /// Has the media connect a device in a lobby: nothing is forwarded. Replaces whatever this login had. Answered by
    /// [Command.Negotiated].
    record WarmUp(LoginId login, RequestId requestId, UserId user, String sdp) implements Effect {}

    /// The media of a lobby becomes the user's in the room, in place of any it has there; what the device wants to be
    /// sent stays.
    record AdoptWarm(LoginId login, RoomId room, UserId user) implements Effect {}

    /// Has the media send a device its own media back. Answered by [Command.Negotiated].
    record OpenMirror(LoginId login, RequestId requestId, UserId user, String sdp) implements Effect {}

    /// Has the media answer the offer with which a device in a lobby renews its path. Answered by [Command.Negotiated].
    record RestartSoloIce(LoginId login, RequestId requestId, UserId user, String sdp) implements Effect {}

    /// What a device in a lobby wants to be sent once it is in the room.
    record ReceiveSolo(LoginId login, ReceiveWish wish) implements Effect {}

    /// Ends the media of a lobby or a mirror; does nothing when there is none.
    record CloseSolo(LoginId login) implements Effect {}

    /// Keeps an event of a call.
    record Journal(CallEvent event) implements Effect {}

    /// Wakes the sleeping devices of an invitee.
    record Push(PushNote note) implements Effect {}

    /// The invitation has ended: a push still waiting is pointless, one already sent rings for nothing.
    record WithdrawPush(InviteId inviteId, UserId invitee) implements Effect {}

    /// Keeps the token by which a device is woken.
    record KeepPushToken(DeviceKey device, SetPushToken token) implements Effect {}

    /// Calls [Switchboard#wake] at this time; replaces the wake-up asked for before. Waking at another time is
    /// harmless.
    record WakeAt(Instant at) implements Effect {}

    enum CloseReason {
        /// The device logged in again on another socket; it is told nothing on this one.
        REPLACED,
        /// `KickedOffline` was delivered before.
        KICKED,
        /// The device logged out; the answer was delivered before.
        LOGGED_OUT
    }
}
