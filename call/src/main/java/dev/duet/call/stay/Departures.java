// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.stay;

import dev.duet.call.agenda.Alarms;
import dev.duet.call.agenda.Alarms.Alarm.OfSilence;
import dev.duet.call.agenda.Connecting;
import dev.duet.call.ledger.CallEvent;
import dev.duet.call.line.Lines;
import dev.duet.call.room.Contact;
import dev.duet.call.room.Departure;
import dev.duet.call.room.Occupant;
import dev.duet.call.room.Room;
import dev.duet.call.room.Rooms;
import dev.duet.call.roster.Session;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.frame.ServerEvent.RoomNews;
import dev.duet.id.DeviceKey;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// How places in rooms are given up: on request, by the server, or because nothing is heard from a device any more.
public record Departures(
        Duration vanishAfter, Lines lines, Alarms alarms, Rooms rooms, Connecting connecting, RoomOrders media) {

    /// Takes a user out of a room and tells the other.
    public void leave(RoomId id, UserId user, Departure departure, Instant now) {
        rooms.find(id).filter(room -> room.occupant(user).isPresent()).ifPresent(room -> {
            depart(room, user, departure, now);
            tellOthers(room, user, new ServerEvent.UserLeft(user, departure.shown(), now));
        });
    }

    /// Takes a user out of all rooms.
    public void leaveAll(UserId user, Departure departure, Instant now) {
        leave(rooms.withPlaceOf(user), user, departure, now);
    }

    /// A login has ended for good; its device gives up its places.
    public void ends(Session session, Departure departure, Instant now) {
        leave(rooms.withPlaceOf(session.key()), session.user(), departure, now);
    }

    /// Takes a user out and tells its device.
    public void remove(RoomId id, UserId user, Instant now) {
        rooms.find(id)
                .ifPresent(room -> room.occupant(user).ifPresent(occupant -> {
                    leave(id, user, Departure.KICKED, now);
                    tell(room, occupant, new ServerEvent.RoomExited(ExitReason.KICKED));
                }));
    }

    public void dissolve(RoomId id, Instant now) {
        Optional<Room> room = rooms.find(id);
        List<Occupant> all = room.map(Room::occupants).orElse(List.of());
        // Who leaves second must not be told that the first one left: the room is gone for both.
        all.forEach(one -> tell(room.orElseThrow(), one, new ServerEvent.RoomExited(ExitReason.DISSOLVED)));
        all.forEach(one -> depart(rooms.find(id).orElseThrow(), one.user(), Departure.DISSOLVED, now));
    }

    /// A user has been silent in a room for too long, on all its ways.
    public void silent(UserId user, RoomId id, Instant now) {
        leave(id, user, Departure.TIMED_OUT, now);
    }

    public void losesSocket(Session session, Instant now) {
        changeAll(session.key(), it -> it.losesSocket(now));
    }

    /// A device is back on a new login.
    public void returns(Session session) {
        changeAll(session.key(), it -> it.returns(session.login()));
    }

    /// Something is heard, or nothing more, from a user's media. The same device keeps a room on hold alive with it.
    public void hears(RoomId id, UserId user, Contact contact) {
        rooms.of(user).filter(room -> room.id().equals(id)).ifPresent(room -> {
            DeviceKey device = room.occupant(user).orElseThrow().device();
            changeAll(device, it -> it.hears(contact));
        });
    }

    /// Keeps what has changed about a user in a room, and looks when it would count as gone.
    void change(Room room, UserId user, UnaryOperator<Occupant> how) {
        room.occupant(user).map(how).ifPresent(changed -> {
            rooms.put(room.where(changed));
            watch(room.id(), changed);
        });
    }

    private void watch(RoomId id, Occupant occupant) {
        OfSilence alarm = new OfSilence(occupant.user(), id);
        occupant.silentSince()
                .ifPresentOrElse(since -> alarms.set(alarm, since.plus(vanishAfter)), () -> alarms.clear(alarm));
    }

    void tellOthers(Room room, UserId doer, RoomNews news) {
        room.others(doer).forEach(other -> tell(room, other, news));
    }

    /// Tells a user in a room what happens there; one who has put it on hold has to be told where.
    void tell(Room room, Occupant one, RoomNews news) {
        lines.tell(one.login(), one.held() ? new ServerEvent.InHeldRoom(room.id(), news) : news);
    }

    private void leave(Stream<Room> all, UserId user, Departure departure, Instant now) {
        all.map(Room::id).toList().forEach(id -> leave(id, user, departure, now));
    }

    private void changeAll(DeviceKey device, UnaryOperator<Occupant> how) {
        rooms.withPlaceOf(device).toList().forEach(room -> change(room, device.user(), how));
    }

    private void depart(Room before, UserId user, Departure departure, Instant now) {
        before.occupant(user).ifPresent(occupant -> {
            Room after = before.without(user);
            boolean last = after.occupants().isEmpty();
            rooms.put(last ? after.ledBy(null) : after);
            alarms.clear(new OfSilence(user, before.id()));
            lines.journal(new CallEvent.Left(before.inviteId(), before.id(), user, departure, now));
            if (last) {
                lines.journal(new CallEvent.Dissolved(before.inviteId(), before.id(), now));
                Optional.ofNullable(before.inviteId()).ifPresent(connecting::giveUp);
            }
            if (!occupant.held()) {
                endMedia(before, occupant, now);
            }
        });
    }

    private void endMedia(Room room, Occupant occupant, Instant now) {
        // A newer entry of the same user into the same room has replaced the media already.
        if (!room.entering().contains(occupant.user())) {
            media.leave(room.id(), occupant.user());
        }
        changeAll(occupant.device(), it -> it.losesMedia(now));
    }
}
