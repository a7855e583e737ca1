// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.agenda.Alarms;
import dev.duet.call.agenda.Alarms.Alarm;
import dev.duet.call.agenda.Connecting;
import dev.duet.call.agenda.Negotiations;
import dev.duet.call.agenda.Ticket;
import dev.duet.call.invitation.Invitations;
import dev.duet.call.line.Lines;
import dev.duet.call.presence.PresenceDesk;
import dev.duet.call.ringing.Bell;
import dev.duet.call.ringing.Busy;
import dev.duet.call.ringing.Dialling;
import dev.duet.call.ringing.InvitationDesk;
import dev.duet.call.room.Contact;
import dev.duet.call.room.Departure;
import dev.duet.call.room.Rooms;
import dev.duet.call.roster.Admission;
import dev.duet.call.roster.Session;
import dev.duet.call.solo.Solos;
import dev.duet.call.solo.SpeedTestDesk;
import dev.duet.call.stay.Departures;
import dev.duet.call.stay.Entrance;
import dev.duet.call.stay.HoldDesk;
import dev.duet.call.stay.LobbyDesk;
import dev.duet.call.stay.OfferDesk;
import dev.duet.call.stay.RoomDesk;
import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
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
    private static final Refusal OVER =
            new Refusal(ErrorCode.ROOM_ENTER_REFUSED, "It was given up: the login has ended or the time was up.");

    private final EffectList effects = new EffectList();
    private final Alarms alarms = new Alarms();
    private final Invitations invitations = new Invitations();
    private final Rooms rooms = new Rooms();
    private final Connecting connecting = new Connecting(alarms);
    private final Lines lines;
    private final Solos solos;
    private final Desks desks;
    private @Nullable Instant announcedWake;

    public Switchboard(AppPolicy policy, RandomGenerator random) {
        this.lines = new Lines(policy.logins(), effects);
        Negotiations negotiations = new Negotiations(alarms);
        this.solos = new Solos(lines, alarms, negotiations, effects);
        Departures departures = new Departures(policy.vanishAfter(), lines, alarms, rooms, connecting, effects);
        HoldDesk holds = new HoldDesk(lines, rooms, departures, effects);
        Entrance entrance = new Entrance(lines, rooms, negotiations, connecting, solos, departures, holds, effects);
        LobbyDesk lobbies = new LobbyDesk(
                policy.vanishAfter(), lines, alarms, invitations, rooms, negotiations, solos, entrance, effects);
        SpeedTestDesk speedTests = new SpeedTestDesk(lines, alarms, negotiations, rooms, solos, effects);
        Bell bell = new Bell(lines, alarms, invitations, connecting, lobbies, effects);
        Busy busy = new Busy(invitations, rooms, connecting);
        boolean serverRejects = policy.busy() == BusyPolicy.SERVER;
        this.desks = new Desks(
                lines,
                new Dialling(serverRejects, random, lines, alarms, invitations, bell, busy, lobbies),
                new InvitationDesk(lines, invitations, connecting, bell, lobbies),
                entrance,
                departures,
                new RoomDesk(lines, rooms, departures, solos, lobbies, effects),
                holds,
                lobbies,
                speedTests,
                new OfferDesk(negotiations, lines, entrance, lobbies, speedTests, solos),
                new PresenceDesk(lines));
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
                solos.size(),
                desks.presence().size(),
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
            case Command.Negotiated negotiated -> negotiated(negotiated, now);
            case Command.MediaConnected(var room, var user) ->
                desks.departures().hears(room, user, new Contact.Alive());
            case Command.MediaLost(var room, var user, var lastHeard) ->
                desks.departures().hears(room, user, new Contact.Silent(lastHeard));
            case Command.Measured(var room, var legs) -> desks.rooms().measured(room, legs);
            case Command.Pushed(var inviteId, var device, var status) ->
                desks.invitations().pushed(inviteId, device, status, now);
            case Command.TicketExpired(var login) -> lines.tell(login, new ServerEvent.UserSigExpired());
            case Command.KickUser(var user, var reason) -> kick(user, reason, now);
            case Command.RemoveFromRoom(var room, var user) ->
                desks.departures().remove(room, user, now);
            case Command.DissolveRoom(var room) -> desks.departures().dissolve(room, now);
        }
    }

    private void ask(Session session, Request request, Instant now) {
        switch (request.body()) {
            case ClientRequest.Logout _ -> logOut(session, request, now);
            case ClientRequest.SetPushToken token -> {
                effects.add(new Effect.KeepPushToken(session.key(), token));
                lines.reply(session.login(), request.id(), new Result.Nothing());
            }
            default -> desks.ask(session, request, now);
        }
    }

    private void negotiated(Command.Negotiated negotiated, Instant now) {
        Ticket ticket = new Ticket(negotiated.login(), negotiated.requestId());
        switch (negotiated.answer()) {
            case MediaAnswer.Answered(String sdp) -> desks.offers().answered(ticket, sdp, now);
            case MediaAnswer.Refused(String why) -> desks.offers().refused(ticket, why);
        }
    }

    /// What a device missed is in the answer and nowhere else: no event repeats what `pending`, `room` and `held` say.
    /// Custom
    /// commands alone follow, since no state holds them.
    private void logIn(Command.LogIn logIn, Instant now) {
        Session session = new Session(logIn.login(), logIn.user(), logIn.device());
        boolean cameNow = !lines.isOnline(session.user());
        Admission admission = lines.open(session);
        admission.replaced().forEach(old -> {
            abandon(old);
            close(old, CloseReason.REPLACED);
            desks.presence().went(old, true);
        });
        solos.endEarlier(session, OVER);
        admission.kicked().forEach(old -> kick(old, KickReason.MULTIPLE_DEVICE, now));
        desks.departures().returns(session);
        lines.reply(
                session.login(),
                logIn.requestId(),
                new Result.LoggedIn(
                        session.login(),
                        now,
                        logIn.heartbeat(),
                        logIn.iceServers(),
                        desks.invitations().pending(session.user()),
                        desks.rooms().infoFor(session),
                        desks.holds().infoFor(session)));
        desks.rooms().repeatCommands(session);
        desks.invitations().ringsOn(session, now);
        if (cameNow) {
            desks.presence().came(session.user());
        }
    }

    private void losesSocket(Session session, Instant now) {
        lines.forget(session.login());
        desks.lobbies().losesSocket(session, now);
        desks.speedTests().abandon(session);
        desks.entrance().abandon(session);
        desks.departures().losesSocket(session, now);
        desks.presence().went(session, true);
    }

    private void logOut(Session session, Request request, Instant now) {
        abandon(session);
        desks.departures().ends(session, Departure.LEFT, now);
        lines.reply(session.login(), request.id(), new Result.Nothing());
        close(session, CloseReason.LOGGED_OUT);
        desks.presence().went(session, false);
    }

    private void kick(Session session, KickReason reason, Instant now) {
        abandon(session);
        desks.departures().ends(session, Departure.KICKED, now);
        effects.add(new Effect.Deliver(session.login(), new ServerEvent.KickedOffline(reason)));
        close(session, CloseReason.KICKED);
        desks.presence().went(session, false);
    }

    private void kick(UserId user, KickReason reason, Instant now) {
        lines.of(user).forEach(session -> kick(session, reason, now));
        // Its device may be in a room, or wait for one, without a socket.
        solos.endAll(user, OVER);
        desks.departures().leaveAll(user, Departure.KICKED, now);
    }

    /// A login is gone or leaves: what it waits for is not wanted any more.
    private void abandon(Session session) {
        desks.entrance().abandon(session);
        solos.end(session.login(), OVER);
    }

    /// Closes the socket of a login and forgets it.
    private void close(Session session, CloseReason why) {
        effects.add(new Effect.CloseLogin(session.login(), why));
        lines.forget(session.login());
    }

    private void ringAlarms(Instant now) {
        for (Optional<Alarm> due = alarms.takeDue(now); due.isPresent(); due = alarms.takeDue(now)) {
            switch (due.get()) {
                case Alarm.OfInvitation(var id) -> desks.invitations().due(id, now);
                case Alarm.OfConnecting(var id) -> desks.invitations().giveUp(id, now);
                case Alarm.OfSilence(var user, var room) -> desks.departures().silent(user, room, now);
                case Alarm.OfNegotiation(var ticket) -> desks.offers().overdue(ticket);
                case Alarm.OfSolo(var login) -> solos.end(login, OVER);
                case Alarm.OfAllowance(var user) -> desks.dialling().forgetAllowance(user);
            }
        }
    }

    /// Asks to be woken only when that is sooner than asked before: waking too early costs nothing.
    private List<Effect> finish(Instant now) {
        alarms.next()
                .filter(next -> announcedWake == null || !announcedWake.isAfter(now) || next.isBefore(announcedWake))
                .ifPresent(next -> {
                    announcedWake = next;
                    effects.add(new Effect.WakeAt(next));
                });
        return effects.drain();
    }
}
