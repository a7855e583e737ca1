// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.stay;

import dev.duet.call.agenda.Connecting;
import dev.duet.call.agenda.Negotiations;
import dev.duet.call.agenda.Negotiations.Open;
import dev.duet.call.agenda.Negotiations.Purpose;
import dev.duet.call.agenda.Ticket;
import dev.duet.call.ledger.CallEvent;
import dev.duet.call.line.Lines;
import dev.duet.call.room.Contact;
import dev.duet.call.room.Departure;
import dev.duet.call.room.Destination;
import dev.duet.call.room.Occupant;
import dev.duet.call.room.Room;
import dev.duet.call.room.Rooms;
import dev.duet.call.roster.Session;
import dev.duet.call.solo.Solos;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest.EnterRoom;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How a user comes into a room: its offer goes to the media, and the answer lets it in.
///
/// A login that is in a room, or entering one, is refused another entry (-3340): it has to exit first. Only a room that
/// its device has on hold may be entered then: the two change places; and the room it is in, anew: its media is another
/// one from then on, its place stays. Another login of
/// the same user displaces it, but not before the media has answered, so that a bad offer costs nobody a call. The
/// displaced device is told `roomExited` kicked. A device that logged in again and enters again replaces its own entry
/// without a word. Who has the room on hold comes back to its own place.
public record Entrance(
        Lines lines,
        Rooms rooms,
        Negotiations negotiations,
        Connecting connecting,
        Solos solos,
        Departures departures,
        HoldDesk holds,
        RoomOrders media) {

    static final Refusal OVERTAKEN =
            new Refusal(ErrorCode.ROOM_ENTER_REFUSED, "The entry was given up: the user left, or enters elsewhere.");

    public void enter(Session session, RequestId request, EnterRoom asked, Instant now) {
        UserId user = session.user();
        Room room = rooms.find(asked.roomId()).orElseGet(() -> Room.open(asked.roomId(), asked.scene()));
        Optional<Refusal> refusal = negotiations.isEntering(session)
                        || (isIn(session) && !isIn(session, room) && !hasOnHold(session, room.id()))
                ? Optional.of(Refusal.of(ErrorCode.ROOM_ENTER_REFUSED))
                : room.refuses(user, asked.scene());
        if (refusal.isPresent()) {
            lines.refuse(session.login(), request, refusal.get());
            return;
        }
        solos.end(session.login(), OVERTAKEN);
        abortEntriesOf(user);
        Room latest = rooms.find(room.id()).orElse(room);
        rooms.put(latest.keepsPlaceFor(user, asked.scene()));
        Ticket ticket = new Ticket(session.login(), request);
        Destination to = new Destination(room.id(), asked.scene(), asked.media());
        negotiations.begin(ticket, session, new Purpose.Entry(to), now);
        media.enter(ticket, room.id(), user, asked.sdp());
    }

    public void restartIce(Session session, RequestId request, String sdp, Instant now) {
        Ticket ticket = new Ticket(session.login(), request);
        Optional<Room> in = rooms.of(session.key());
        if (in.isPresent()) {
            negotiations.begin(ticket, session, new Purpose.Restart(), now);
            media.restartIce(ticket, in.get().id(), session.user(), sdp);
        } else if (solos.isReady(session.login())) {
            negotiations.begin(ticket, session, new Purpose.Restart(), now);
            solos.restartIce(ticket, session.user(), sdp);
        } else {
            lines.refuse(session.login(), request, Refusal.of(ErrorCode.ROOM_NOT_FOUND));
        }
    }

    /// Leaves the room named, or the one the device is in, is entering or waits in the lobby of.
    public void exit(Session session, RequestId request, @Nullable RoomId named, Instant now) {
        Predicate<RoomId> meant = id -> named == null || named.equals(id);
        Optional<RoomId> in = rooms.of(session.key()).map(Room::id).filter(meant);
        abort(
                open -> open.session().equals(session)
                        && open.destination().map(to -> meant.test(to.room())).orElse(in.isPresent()),
                OVERTAKEN);
        solos.lobby(session.login())
                .filter(lobby -> meant.test(lobby.to().room()))
                .ifPresent(_ -> solos.end(session.login(), OVERTAKEN));
        Optional<RoomId> held = rooms.heldBy(session.key()).map(Room::id).filter(id -> id.equals(named));
        in.or(() -> held).ifPresent(id -> departures.leave(id, session.user(), Departure.LEFT, now));
        lines.reply(session.login(), request, new Result.Exited(now));
    }

    /// The media has answered an offer made to enter.
    void answered(Open open, Destination to, String sdp, Instant now) {
        Arrival arrival = comeIn(open.session(), to, now);
        lines.reply(
                open.ticket().login(),
                open.ticket().request(),
                new Result.Entered(
                        sdp,
                        arrival.room.usersFor(open.user()),
                        Duration.between(open.since(), now),
                        arrival.room.together()));
        announce(arrival, open.user());
    }

    /// A login is gone or leaves: what it waits for is not wanted any more.
    public void abandon(Session session) {
        abort(open -> open.session().equals(session), OVERTAKEN);
    }

    /// Whether this login has to leave before it can enter another room.
    private boolean isIn(Session session) {
        return rooms.of(session.user())
                .flatMap(room -> room.occupant(session.user()))
                .filter(it -> it.enteredBy().equals(session.login()))
                .isPresent();
    }

    /// Whether this login is in that very room.
    private static boolean isIn(Session session, Room room) {
        return room.occupant(session.user())
                .filter(it -> it.enteredBy().equals(session.login()) && !it.held())
                .isPresent();
    }

    private boolean hasOnHold(Session session, RoomId room) {
        return rooms.heldBy(session.key()).map(Room::id).filter(room::equals).isPresent();
    }

    void abortEntriesOf(UserId user) {
        abort(open -> open.user().equals(user) && open.destination().isPresent(), OVERTAKEN);
    }

    /// A user who has come in.
    ///
    /// @param before its place in the same room until now, if it had one
    record Arrival(Room room, Optional<Occupant> before) {}

    /// Gives the user its place, and takes it out of the room it was in, or puts that on hold in place of this one.
    Arrival comeIn(Session session, Destination to, Instant now) {
        UserId user = session.user();
        Optional<Occupant> before = rooms.find(to.room()).flatMap(room -> room.occupant(user));
        before.filter(one -> !one.device().equals(session.key()))
                .ifPresent(one -> tellDisplaced(rooms.find(to.room()).orElseThrow(), one));
        boolean changesPlaces = hasOnHold(session, to.room());
        Optional<Room> left = rooms.of(user).filter(other -> !other.id().equals(to.room()));
        left.filter(other -> !changesPlaces || !isOn(other, session)).ifPresent(other -> leave(other, session, now));
        Room found = rooms.find(to.room()).orElseGet(() -> Room.open(to.room(), to.scene()));
        boolean resumes = before.filter(Occupant::held).isPresent();
        boolean renews = isIn(session, found);
        Room room = (resumes ? found : link(found, user))
                .foundBy(user, to.scene())
                .with(Occupant.enters(session.key(), session.login(), now).sends(legal(to.sends(), found, user)));
        rooms.put(room);
        left.filter(_ -> changesPlaces)
                .flatMap(other -> rooms.find(other.id()))
                .filter(other -> isOn(other, session))
                .ifPresent(other -> holds.hold(other, user, now));
        departures.hears(room.id(), user, new Contact.Silent(now));
        if (!resumes && !renews) {
            lines.journal(new CallEvent.Entered(
                    room.inviteId(),
                    room.id(),
                    room.scene(),
                    session.key(),
                    room.occupants().size(),
                    now));
        }
        return new Arrival(room, before);
    }

    /// The other user is told of a newcomer, or that one is back from hold, and then what is sent.
    void announce(Arrival arrival, UserId user) {
        MediaFlags sent = arrival.before.map(Occupant::sends).orElse(MediaFlags.NONE);
        MediaFlags sends = arrival.room.occupant(user).orElseThrow().sends();
        if (arrival.before.isEmpty()) {
            departures.tellOthers(arrival.room, user, new ServerEvent.UserEntered(user, arrival.room.together()));
        } else if (arrival.before.get().held()) {
            departures.tellOthers(arrival.room, user, new ServerEvent.UserHeld(user, false));
        }
        if (!sends.equals(sent)) {
            departures.tellOthers(arrival.room, user, new ServerEvent.MediaChanged(user, sends));
        }
    }

    private static boolean isOn(Room room, Session session) {
        return room.occupant(session.user())
                .filter(one -> one.device().equals(session.key()))
                .isPresent();
    }

    private void leave(Room room, Session session, Instant now) {
        Occupant one = room.occupant(session.user()).orElseThrow();
        boolean sameDevice = one.device().equals(session.key());
        departures.leave(room.id(), session.user(), sameDevice ? Departure.LEFT : Departure.DISPLACED, now);
        if (!sameDevice) {
            tellDisplaced(room, one);
        }
    }

    private void tellDisplaced(Room room, Occupant one) {
        departures.tell(room, one, new ServerEvent.RoomExited(ExitReason.KICKED));
    }

    /// Who shares a screen first keeps it.
    private static MediaFlags legal(MediaFlags wanted, Room room, UserId user) {
        return room.isScreenTakenFor(user) ? new MediaFlags(wanted.audio(), wanted.video(), false) : wanted;
    }

    private Room link(Room room, UserId user) {
        Optional<InviteId> invitation = connecting.arrive(user);
        return room.inviteId() == null && invitation.isPresent() ? room.ledBy(invitation.get()) : room;
    }

    private void abort(Predicate<Open> which, Refusal why) {
        negotiations.matching(open -> isOfRooms(open) && which.test(open)).forEach(open -> {
            negotiations.finish(open.ticket());
            drop(open, why);
        });
    }

    private static boolean isOfRooms(Open open) {
        return switch (open.purpose()) {
            case Purpose.Entry _, Purpose.Restart _ -> true;
            case Purpose.WarmUp _, Purpose.SpeedTest _ -> false;
        };
    }

    /// An offer comes to nothing.
    void drop(Open open, Refusal why) {
        open.destination().ifPresent(to -> {
            rooms.find(to.room()).ifPresent(room -> rooms.put(room.givesUpPlaceOf(open.user())));
            boolean inside = rooms.of(open.user())
                    .filter(room -> room.id().equals(to.room()))
                    .isPresent();
            if (!inside) {
                media.leave(to.room(), open.user());
            }
        });
        lines.refuse(open.ticket().login(), open.ticket().request(), why);
    }
}
