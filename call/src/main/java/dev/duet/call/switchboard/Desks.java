// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.line.Lines;
import dev.duet.call.presence.PresenceDesk;
import dev.duet.call.ringing.Dialling;
import dev.duet.call.ringing.InvitationDesk;
import dev.duet.call.roster.Session;
import dev.duet.call.solo.SpeedTestDesk;
import dev.duet.call.stay.Departures;
import dev.duet.call.stay.Entrance;
import dev.duet.call.stay.HoldDesk;
import dev.duet.call.stay.LobbyDesk;
import dev.duet.call.stay.OfferDesk;
import dev.duet.call.stay.RoomDesk;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import java.time.Instant;

/// Where each request is decided.
record Desks(
        Lines lines,
        Dialling dialling,
        InvitationDesk invitations,
        Entrance entrance,
        Departures departures,
        RoomDesk rooms,
        HoldDesk holds,
        LobbyDesk lobbies,
        SpeedTestDesk speedTests,
        OfferDesk offers,
        PresenceDesk presence) {

    private static final Refusal TWICE =
            new Refusal(ErrorCode.INVALID_PARAMETERS, "This socket is logged in already; log out first.");

    void ask(Session session, Request request, Instant now) {
        RequestId id = request.id();
        switch (request.body()) {
            case ClientRequest.Login _ -> lines.refuse(session.login(), id, TWICE);
            case ClientRequest.Invite invite -> dialling.invite(session, id, invite, now);
            case ClientRequest.Cancel cancel -> invitations.cancel(session, id, cancel, now);
            case ClientRequest.Accept accept -> invitations.accept(session, id, accept, now);
            case ClientRequest.Reject reject -> invitations.reject(session, id, reject, now);
            case ClientRequest.ModifyInvitation modify -> invitations.modify(session, id, modify);
            case ClientRequest.GetInvitation get -> invitations.get(session, id, get);
            case ClientRequest.WarmUp warmUp -> lobbies.warmUp(session, id, warmUp, now);
            case ClientRequest.EnterRoom enter -> entrance.enter(session, id, enter, now);
            case ClientRequest.RestartIce(var sdp) -> entrance.restartIce(session, id, sdp, now);
            case ClientRequest.SetMedia(var flags) -> rooms.setMedia(session, id, flags);
            case ClientRequest.SetReceive(var wish) -> rooms.setReceive(session, id, wish);
            case ClientRequest.HoldRoom _ -> holds.hold(session, id, now);
            case ClientRequest.ExitRoom(var room) -> entrance.exit(session, id, room, now);
            case ClientRequest.SendCustomCmd command -> rooms.sendCommand(session, id, command);
            case ClientRequest.StartSpeedTest(var sdp) -> speedTests.start(session, id, sdp, now);
            case ClientRequest.StopSpeedTest _ -> speedTests.stop(session, id);
            case ClientRequest.GetUserStatus(var users) -> presence.get(session, id, users);
            case ClientRequest.SubscribeUserStatus(var users) -> presence.subscribe(session, id, users);
            case ClientRequest.UnsubscribeUserStatus(var users) -> presence.unsubscribe(session, id, users);
            case ClientRequest.SetSelfStatus(var saying) -> presence.say(session, id, saying);
            case ClientRequest.Logout _, ClientRequest.SetPushToken _ ->
                throw new IllegalArgumentException("decided by the switchboard itself: " + request.body());
        }
    }
}
