// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.ledger.CallEvent;
import dev.duet.call.room.Contact;
import dev.duet.call.room.Departure;
import dev.duet.call.room.Occupant;
import dev.duet.call.room.QualityLevel;
import dev.duet.call.room.Room;
import dev.duet.call.room.Rooms;
import dev.duet.call.roster.Session;
import dev.duet.call.switchboard.Alarms.Alarm.OfSilence;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest.SendCustomCmd;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.frame.ServerEvent.LocalQuality;
import dev.duet.frame.ServerEvent.RemoteQuality;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What happens inside rooms, and how they are left.
record RoomDesk(Duration vanishAfter, Lines lines, Alarms alarms, Rooms rooms, Connecting connecting) {

    void setMedia(Session session, RequestId request, MediaFlags flags) {
        Optional<Room> in = roomOf(session);
        if (in.isEmpty()) {
            lines.refuse(session.login(), request, Refusal.of(ErrorCode.ROOM_NOT_FOUND));
            return;
        }
        Room room = in.get();
        boolean taken = room.others(session.user()).stream()
                .anyMatch(other -> other.sends().screen());
        if (flags.screen() && taken) {
            lines.refuse(session.login(), request, Refusal.of(ErrorCode.SCREEN_TAKEN));
            return;
        }
        lines.reply(session.login(), request, new Result.Nothing());
        room.occupant(session.user()).filter(it -> !it.sends().equals(flags)).ifPresent(it -> {
            rooms.put(room.where(it.sends(flags)));
            tellOthers(room, session.user(), new ServerEvent.MediaChanged(session.user(), flags));
        });
    }

    void sendCommand(Session session, RequestId request, SendCustomCmd command) {
        Optional<Room> in = roomOf(session);
        if (in.isEmpty()) {
            lines.refuse(session.login(), request, Refusal.of(ErrorCode.ROOM_NOT_FOUND));
            return;
        }
        Room room = in.get();
        lines.reply(session.login(), request, new Result.Nothing());
        room.occupant(session.user()).map(Occupant::sendsCommand).ifPresent(sender -> {
            rooms.put(room.where(sender));
            tellOthers(
                    room,
                    session.user(),
                    new ServerEvent.CustomCmd(session.user(), command.cmdId(), sender.commandsSent(), command.data()));
        });
    }

    /// The room this device is in, as it is told at login.
    @Nullable
    RoomInfo infoFor(Session session) {
        return roomOf(session).map(room -> room.infoFor(session.user())).orElse(null);
    }

    /// The room this device is in.
    Optional<Room> roomOf(Session session) {
        return rooms.of(session.user())
                .filter(room -> room.occupant(session.user())
                        .filter(it -> it.device().equals(session.key()))
                        .isPresent());
    }

    /// A device is back on a new login.
    void returns(Session session) {
        roomOf(session).ifPresent(room -> change(room, session.user(), it -> it.returns(session.login())));
    }

    void losesSocket(Session session, Instant now) {
        roomOf(session).ifPresent(room -> change(room, session.user(), it -> it.losesSocket(now)));
    }

    void hears(RoomId id, UserId user, Contact media) {
        rooms.find(id).ifPresent(room -> change(room, user, it -> it.hears(media)));
    }

    /// A login has ended for good; a device that was in a room is out.
    void ends(Session session, Departure departure, Instant now) {
        roomOf(session).ifPresent(_ -> leave(session.user(), departure, now));
    }

    /// A user has been silent for too long, on all its ways.
    void silent(UserId user, Instant now) {
        leave(user, Departure.TIMED_OUT, now);
    }

    /// Takes a user out and tells its device.
    void remove(RoomId id, UserId user, Instant now) {
        rooms.find(id).flatMap(room -> room.occupant(user)).ifPresent(occupant -> {
            leave(user, Departure.KICKED, now);
            lines.tell(occupant.login(), new ServerEvent.RoomExited(ExitReason.KICKED));
        });
    }

    void dissolve(RoomId id, Instant now) {
        List<Occupant> all = rooms.find(id).map(Room::occupants).orElse(List.of());
        // Who leaves second must not be told that the first one left: the room is gone for both.
        all.forEach(one -> lines.tell(one.login(), new ServerEvent.RoomExited(ExitReason.DISSOLVED)));
        all.forEach(one -> depart(one.user(), Departure.DISSOLVED, now));
    }

    /// Takes a user out of the room it is in and tells the other.
    void leave(UserId user, Departure departure, Instant now) {
        depart(user, departure, now)
                .ifPresent(room -> tellOthers(room, user, new ServerEvent.UserLeft(user, departure.shown())));
    }

    void tellOthers(Room room, UserId doer, ServerEvent event) {
        room.others(doer).forEach(other -> lines.tell(other.login(), event));
    }

    void measured(RoomId id, List<LegReport> legs) {
        legs.forEach(leg -> rooms.find(id)
                .ifPresent(room ->
                        change(room, leg.user(), it -> it.measured(QualityLevel.of(leg.rtt(), leg.upLossPercent())))));
        legs.forEach(leg -> rooms.find(id).ifPresent(room -> tellQuality(room, leg)));
    }

    private Optional<Room> depart(UserId user, Departure departure, Instant now) {
        Optional<Room> left = rooms.of(user);
        left.ifPresent(before -> {
            Room after = before.without(user);
            boolean last = after.occupants().isEmpty();
            rooms.put(last ? after.ledBy(null) : after);
            alarms.clear(new OfSilence(user));
            lines.journal(new CallEvent.Left(before.inviteId(), before.id(), user, departure, now));
            if (last) {
                lines.journal(new CallEvent.Dissolved(before.inviteId(), before.id(), now));
                Optional.ofNullable(before.inviteId()).ifPresent(connecting::giveUp);
            }
            // A newer entry of the same user into the same room has replaced the media already.
            if (!before.entering().contains(user)) {
                lines.add(new Effect.LeaveMedia(before.id(), user));
            }
        });
        return left;
    }

    private void change(Room room, UserId user, UnaryOperator<Occupant> how) {
        room.occupant(user).map(how).ifPresent(changed -> {
            rooms.put(room.where(changed));
            changed.silentSince()
                    .ifPresentOrElse(
                            since -> alarms.set(new OfSilence(user), since.plus(vanishAfter)),
                            () -> alarms.clear(new OfSilence(user)));
        });
    }

    private void tellQuality(Room room, LegReport leg) {
        room.occupant(leg.user()).ifPresent(one -> {
            LocalQuality local = new LocalQuality(
                    one.levelOf(one.uplink()).number(),
                    leg.rtt() == null ? Duration.ZERO : leg.rtt(),
                    leg.upLossPercent());
            QualityLevel downlink = one.levelOf(QualityLevel.of(leg.rtt(), leg.downLossPercent()));
            List<RemoteQuality> remote = room.others(one.user()).stream()
                    .map(other -> remote(other, downlink, leg.downLossPercent()))
                    .toList();
            lines.tell(one.login(), new ServerEvent.NetworkQuality(local, remote));
        });
    }

    /// What arrives from the other user went over its uplink and the own downlink: the worse of the two shows.
    private static RemoteQuality remote(Occupant other, QualityLevel downlink, double downLossPercent) {
        QualityLevel level = QualityLevel.worse(other.levelOf(other.uplink()), downlink);
        return new RemoteQuality(other.user(), level.number(), downLossPercent);
    }
}
