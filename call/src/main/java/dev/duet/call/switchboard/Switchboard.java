// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.invitation.Invitations;
import dev.duet.call.room.Contact;
import dev.duet.call.room.Departure;
import dev.duet.call.room.Rooms;
import dev.duet.call.roster.Admission;
import dev.duet.call.roster.Session;
import dev.duet.call.switchboard.Alarms.Alarm;
import dev.duet.call.switchboard.Effect.CloseReason;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Request;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The calls of one app: who is logged in, what rings, who is in which room. It decides everything and does nothing:
/// whoever owns it carries out the effects, in order, before the next command. One thread at a time.
public final class Switchboard {
    private final Alarms alarms = new Alarms();
    private final Invitations invitations = new Invitations();
    private final Rooms rooms = new Rooms();
    private final Connecting connecting = new Connecting(alarms);
    private final Lines lines;
    private final Dialling dialling;
    private final InvitationDesk invitationDesk;
    private final RoomDesk roomDesk;
    private final Entrance entrance;
    private @Nullable Instant announcedWake;

    public Switchboard(AppPolicy policy, RandomGenerator random) {
        this.lines = new Lines(policy.logins());
        Bell bell = new Bell(lines, alarms, invitations, connecting);
        Busy busy = new Busy(invitations, rooms, connecting);
        this.dialling = new Dialling(policy.busy(), random, lines, alarms, invitations, bell, busy);
        this.invitationDesk = new InvitationDesk(lines, invitations, connecting, bell);
        this.roomDesk = new RoomDesk(policy.vanishAfter(), lines, alarms, rooms, connecting);
        this.entrance = new Entrance(lines, alarms, rooms, new Negotiations(alarms), connecting, roomDesk);
    }

    /// What follows from a command at this time. What was due before it comes first.
    public List<Effect> handle(Command command, Instant now) {
        ringAlarms(now);
        carryOut(command, now);
        ringAlarms(now);
        return finish(now);
    }

    /// What follows from time alone.
    public List<Effect> wake(Instant now) {
        ringAlarms(now);
        announcedWake = null;
        return finish(now);
    }

    /// How much it holds now.
    public Census census() {
        return new Census(
                lines.size(),
                invitations.countRinging(),
                invitations.size(),
                rooms.size(),
                rooms.countOccupants(),
                connecting.size(),
                alarms.size());
    }

    private void carryOut(Command command, Instant now) {
        switch (command) {
            case Command.LogIn logIn -> logIn(logIn, now);
            case Command.SocketLost(var login) -> lines.find(login).ifPresent(session -> losesSocket(session, now));
            case Command.Ask(var login, var request) ->
                lines.find(login)
                        .filter(session -> lines.admits(session, request, now))
                        .ifPresent(session -> ask(session, request, now));
            case Command.Negotiated negotiated -> entrance.negotiated(negotiated, now);
            case Command.MediaConnected(var room, var user) -> roomDesk.hears(room, user, new Contact.Alive());
            case Command.MediaLost(var room, var user, var lastHeard) ->
                roomDesk.hears(room, user, new Contact.Silent(lastHeard));
            case Command.Measured(var room, var legs) -> roomDesk.measured(room, legs);
            case Command.Pushed pushed -> invitationDesk.pushed(pushed, now);
            case Command.TicketExpired(var login) -> lines.tell(login, new ServerEvent.UserSigExpired());
            case Command.KickUser(var user, var reason) -> kick(user, reason, now);
            case Command.RemoveFromRoom(var room, var user) -> roomDesk.remove(room, user, now);
            case Command.DissolveRoom(var room) -> roomDesk.dissolve(room, now);
        }
    }

    private void ask(Session session, Request request, Instant now) {
        switch (request.body()) {
            case ClientRequest.Login _ ->
                lines.refuse(
                        session.login(),
                        request.id(),
                        new Refusal(ErrorCode.INVALID_PARAMETERS, "This socket is logged in already; log out first."));
            case ClientRequest.Logout _ -> logOut(session, request, now);
            case ClientRequest.SetPushToken token -> {
                lines.add(new Effect.KeepPushToken(session.key(), token));
                lines.reply(session.login(), request.id(), new Result.Nothing());
            }
            case ClientRequest.Invite invite -> dialling.invite(session, request.id(), invite, now);
            case ClientRequest.Cancel cancel -> invitationDesk.cancel(session, request.id(), cancel, now);
            case ClientRequest.Accept accept -> invitationDesk.accept(session, request.id(), accept, now);
            case ClientRequest.Reject reject -> invitationDesk.reject(session, request.id(), reject, now);
            case ClientRequest.ModifyInvitation modify -> invitationDesk.modify(session, request.id(), modify);
            case ClientRequest.GetInvitation get -> invitationDesk.get(session, request.id(), get);
            case ClientRequest.EnterRoom enter -> entrance.enter(session, request.id(), enter, now);
            case ClientRequest.RestartIce(var sdp) -> entrance.restartIce(session, request.id(), sdp, now);
            case ClientRequest.SetMedia(var flags) -> roomDesk.setMedia(session, request.id(), flags);
            case ClientRequest.ExitRoom _ -> entrance.exit(session, request.id(), now);
            case ClientRequest.SendCustomCmd command -> roomDesk.sendCommand(session, request.id(), command);
        }
    }

    /// What a device missed is in the answer and nowhere else: no event repeats what `pending` and `room` say.
    private void logIn(Command.LogIn logIn, Instant now) {
        Session session = new Session(logIn.login(), logIn.user(), logIn.device());
        Admission admission = lines.open(session);
        admission.replaced().forEach(old -> {
            entrance.abandon(old);
            lines.close(old, CloseReason.REPLACED);
        });
        admission.kicked().forEach(old -> kick(old, KickReason.MULTIPLE_DEVICE, now));
        roomDesk.returns(session);
        lines.reply(
                session.login(),
                logIn.requestId(),
                new Result.LoggedIn(
                        session.login(),
                        now,
                        logIn.heartbeat(),
                        logIn.iceServers(),
                        invitationDesk.pending(session.user()),
                        roomDesk.infoFor(session)));
        invitationDesk.ringsOn(session, now);
    }

    private void losesSocket(Session session, Instant now) {
        lines.forget(session.login());
        entrance.abandon(session);
        roomDesk.losesSocket(session, now);
    }

    private void logOut(Session session, Request request, Instant now) {
        entrance.abandon(session);
        roomDesk.ends(session, Departure.LEFT, now);
        lines.reply(session.login(), request.id(), new Result.Nothing());
        lines.close(session, CloseReason.LOGGED_OUT);
    }

    private void kick(Session session, KickReason reason, Instant now) {
        entrance.abandon(session);
        roomDesk.ends(session, Departure.KICKED, now);
        lines.add(new Effect.Deliver(session.login(), new ServerEvent.KickedOffline(reason)));
        lines.close(session, CloseReason.KICKED);
    }

    private void kick(UserId user, KickReason reason, Instant now) {
        lines.of(user).forEach(session -> kick(session, reason, now));
        // Its device may be in a room without a socket.
        roomDesk.leave(user, Departure.KICKED, now);
    }

    private void ringAlarms(Instant now) {
        for (Optional<Alarm> due = alarms.takeDue(now); due.isPresent(); due = alarms.takeDue(now)) {
            switch (due.get()) {
                case Alarm.OfInvitation(var id) -> invitationDesk.due(id, now);
                case Alarm.OfConnecting(var id) -> invitationDesk.giveUp(id, now);
                case Alarm.OfSilence(var user) -> roomDesk.silent(user, now);
                case Alarm.OfNegotiation(var ticket) -> entrance.overdue(ticket);
                case Alarm.OfAllowance(var user) -> dialling.forgetAllowance(user);
            }
        }
    }

    /// Asks to be woken only when that is sooner than asked before: waking too early costs nothing.
    private List<Effect> finish(Instant now) {
        alarms.next()
                .filter(next -> announcedWake == null || !announcedWake.isAfter(now) || next.isBefore(announcedWake))
                .ifPresent(next -> {
                    announcedWake = next;
                    lines.add(new Effect.WakeAt(next));
                });
        return lines.drain();
    }
}
