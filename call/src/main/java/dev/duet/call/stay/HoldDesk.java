// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.stay;

import dev.duet.call.line.Lines;
import dev.duet.call.room.Occupant;
import dev.duet.call.room.Room;
import dev.duet.call.room.Rooms;
import dev.duet.call.roster.Session;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.ServerEvent;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a room is put on hold: the place stays, the media ends. To enter it again is to come back, and to put the room
/// in between on hold.
public record HoldDesk(Lines lines, Rooms rooms, Departures departures, RoomOrders media) {

    private static final Refusal HELD_ALREADY =
            new Refusal(ErrorCode.ROOM_ENTER_REFUSED, "Another room is on hold already; leave one of them first.");

    public void hold(Session session, RequestId request, Instant now) {
        Optional<Room> in = rooms.of(session.key());
        if (in.isEmpty()) {
            lines.refuse(session.login(), request, Refusal.of(ErrorCode.ROOM_NOT_FOUND));
        } else if (rooms.heldBy(session.user()).isPresent()) {
            lines.refuse(session.login(), request, HELD_ALREADY);
        } else {
            lines.reply(session.login(), request, new Result.Nothing());
            hold(in.get(), session.user(), now);
        }
    }

    /// The room this device has put on hold, as it is told at login.
    @Nullable
    public RoomInfo infoFor(Session session) {
        return rooms.heldBy(session.key())
                .map(room -> room.infoFor(session.user()))
                .orElse(null);
    }

    /// Puts the room on hold for a user who is in it.
    void hold(Room room, UserId user, Instant now) {
        Occupant before = room.occupant(user).orElseThrow();
        departures.change(room, user, it -> it.holds(now));
        // A newer entry of the same user, from another device, has replaced the media already.
        if (!room.entering().contains(user)) {
            media.leave(room.id(), user);
        }
        departures.tellOthers(room, user, new ServerEvent.UserHeld(user, true));
        if (!before.sends().equals(MediaFlags.NONE)) {
            departures.tellOthers(room, user, new ServerEvent.MediaChanged(user, MediaFlags.NONE));
        }
    }
}
