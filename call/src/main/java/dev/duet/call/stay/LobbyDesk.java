// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.stay;

import dev.duet.call.agenda.Alarms;
import dev.duet.call.agenda.Alarms.Alarm.OfSolo;
import dev.duet.call.agenda.Negotiations;
import dev.duet.call.agenda.Negotiations.Open;
import dev.duet.call.agenda.Negotiations.Purpose;
import dev.duet.call.agenda.Ticket;
import dev.duet.call.invitation.Invitation;
import dev.duet.call.invitation.Invitations;
import dev.duet.call.line.Lines;
import dev.duet.call.room.Destination;
import dev.duet.call.room.Room;
import dev.duet.call.room.Rooms;
import dev.duet.call.roster.Session;
import dev.duet.call.solo.Lobby;
import dev.duet.call.solo.Lobby.State;
import dev.duet.call.solo.SoloOrders;
import dev.duet.call.solo.Solos;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest.WarmUp;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where devices connect their media while an invitation rings, and go from there into the room when it is accepted.
///
/// Each lobby ends in one of two ways: its device enters, or its media is closed. An answer of the media that comes
/// when
/// the invitation is accepted already is still an entry.
public record LobbyDesk(
        Duration socketPatience,
        Lines lines,
        Alarms alarms,
        Invitations invitations,
        Rooms rooms,
        Negotiations negotiations,
        Solos solos,
        Entrance entrance,
        SoloOrders media) {

    private static final Refusal OVER = Refusal.of(ErrorCode.INVALID_INVITE_ID);
    private static final Refusal IN_ROOM =
            new Refusal(ErrorCode.ROOM_ENTER_REFUSED, "This device is in a room; put it on hold or leave it first.");
    private static final Refusal NOT_YOURS = new Refusal(
            ErrorCode.NO_PERMISSION, "Only the device that sent the invitation and those of the invitee can warm up.");
    private static final Refusal REPLACED =
            new Refusal(ErrorCode.ROOM_ENTER_REFUSED, "The warm-up was given up: the device left or warms up anew.");

    public void warmUp(Session session, RequestId request, WarmUp asked, Instant now) {
        Optional<Refusal> refusal = refusal(session, asked);
        if (refusal.isPresent()) {
            lines.refuse(session.login(), request, refusal.get());
            return;
        }
        solos.end(session.login(), REPLACED);
        Ticket ticket = new Ticket(session.login(), request);
        Destination to = new Destination(asked.roomId(), asked.scene(), asked.media());
        negotiations.begin(ticket, session, new Purpose.WarmUp(), now);
        solos.put(Lobby.asking(session, ticket, asked.inviteId(), to, now));
        media.warmUp(ticket, session.user(), asked.sdp());
    }

    /// The media has answered.
    void answered(Open open, String sdp, Instant now) {
        LoginId login = open.ticket().login();
        Lobby lobby = solos.lobby(login).orElseThrow();
        lines.reply(login, open.ticket().request(), new Result.Answered(sdp));
        Lobby ready = lobby.become(new State.Ready());
        solos.put(ready);
        if (lobby.wish() != null) {
            media.receive(login, lobby.wish());
        }
        switch (lobby.state()) {
            case State.Called _ -> enter(ready, now);
            case State.Asking _, State.Ready _, State.Lost _ -> {}
        }
    }

    /// What the device sends from its entry on.
    void sends(Lobby lobby, MediaFlags flags) {
        solos.put(lobby.sends(flags));
    }

    /// What the device is sent from its entry on. The media can only be told once it knows the device.
    void wants(Lobby lobby, ReceiveWish wish) {
        solos.put(lobby.wants(wish));
        if (lobby.waiting().isEmpty()) {
            media.receive(lobby.session().login(), wish);
        }
    }

    /// The invitation was accepted by this login: it and the inviter enter, if they are warm; all others are closed.
    public void accepted(InviteId inviteId, Session by, Instant now) {
        List<Lobby> all = solos.lobbiesOf(inviteId);
        all.stream().filter(lobby -> !isAwaited(lobby, by)).forEach(lobby -> solos.end(login(lobby), OVER));
        Optional<Lobby> inviter = inviterOf(all, by);
        inviter.ifPresent(lobby -> call(lobby, now));
        all.stream().filter(lobby -> login(lobby).equals(by.login())).forEach(lobby -> call(lobby, now));
    }

    /// The same after glare: both go where the inviter is going.
    public void met(InviteId inviteId, Session by, Instant now) {
        inviterOf(solos.lobbiesOf(inviteId), by)
                .ifPresent(inviter -> solos.lobby(by.login())
                        .filter(lobby -> lobby.inviteId().equals(inviteId))
                        .ifPresent(lobby -> solos.put(
                                lobby.leadingTo(inviter.to().sending(lobby.to().sends())))));
        accepted(inviteId, by, now);
    }

    /// The invitation came to nothing.
    public void ended(InviteId inviteId) {
        solos.endAll(inviteId, OVER);
    }

    /// The lobby waits for a while; an offer whose answer can reach nobody does not.
    public void losesSocket(Session session, Instant now) {
        solos.lobby(session.login()).ifPresent(lobby -> {
            switch (lobby.state()) {
                case State.Asking _, State.Called _ -> solos.end(session.login(), REPLACED);
                case State.Ready _ -> {
                    solos.put(lobby.become(new State.Lost(now)));
                    alarms.set(new OfSolo(session.login()), now.plus(socketPatience));
                }
                case State.Lost _ -> {}
            }
        });
    }

    private Optional<Refusal> refusal(Session session, WarmUp asked) {
        if (rooms.of(session.key()).isPresent() || negotiations.isEntering(session)) {
            return Optional.of(IN_ROOM);
        }
        Optional<Invitation> found = invitations.find(asked.inviteId());
        if (found.isEmpty()) {
            return Optional.of(OVER);
        }
        Invitation invitation = found.get();
        if (!invitation.inviterDevice().equals(session.key())
                && !invitation.invitee().equals(session.user())) {
            return Optional.of(NOT_YOURS);
        }
        if (!invitation.isRinging()) {
            return Optional.of(OVER);
        }
        return rooms.find(asked.roomId())
                .filter(room -> room.isFullFor(session.user()))
                .map(_ -> Refusal.of(ErrorCode.ROOM_FULL));
    }

    private static LoginId login(Lobby lobby) {
        return lobby.session().login();
    }

    private static boolean isAwaited(Lobby lobby, Session by) {
        return login(lobby).equals(by.login()) || !lobby.session().user().equals(by.user());
    }

    private static Optional<Lobby> inviterOf(List<Lobby> all, Session by) {
        return all.stream()
                .filter(lobby -> !lobby.session().user().equals(by.user()))
                .findFirst();
    }

    /// The lobby's time has come; one whose offer the media has still to answer enters then.
    private void call(Lobby lobby, Instant now) {
        switch (lobby.state()) {
            case State.Asking(Ticket ticket) -> solos.put(lobby.become(new State.Called(ticket)));
            case State.Called _ -> {}
            case State.Ready _, State.Lost _ -> enter(lobby, now);
        }
    }

    private void enter(Lobby lobby, Instant now) {
        Session session = lobby.session();
        boolean full = rooms.find(lobby.to().room())
                .filter(room -> room.isFullFor(session.user()))
                .isPresent();
        if (full) {
            solos.end(session.login(), OVER);
            lines.tell(session.login(), new ServerEvent.RoomExited(ExitReason.KICKED));
            return;
        }
        solos.take(session.login());
        entrance.abortEntriesOf(session.user());
        Entrance.Arrival arrival = entrance.comeIn(session, lobby.to(), now);
        Room room = arrival.room();
        media.adopt(session.login(), room.id(), session.user());
        lines.tell(
                session.login(),
                new ServerEvent.RoomEntered(
                        room.id(),
                        room.scene(),
                        room.usersFor(session.user()),
                        Duration.between(lobby.since(), now),
                        room.together()));
        entrance.announce(arrival, session.user());
        if (lobby.state() instanceof State.Lost(Instant since)) {
            entrance.departures().change(room, session.user(), it -> it.losesSocket(since));
        }
    }
}
