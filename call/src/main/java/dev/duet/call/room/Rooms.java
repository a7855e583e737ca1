// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The rooms of one app. A user is in at most one of them.
public final class Rooms {
    private final Map<RoomId, Room> byId = new HashMap<>();
    private final Map<UserId, RoomId> whereabouts = new HashMap<>();

    public Optional<Room> find(RoomId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The room this user is in.
    public Optional<Room> of(UserId user) {
        return Optional.ofNullable(whereabouts.get(user)).map(byId::get);
    }

    /// Keeps the latest state of a room, and forgets a room that nobody is in or entering.
    public void put(Room room) {
        find(room.id())
                .ifPresent(before -> before.occupants().forEach(gone -> whereabouts.remove(gone.user(), room.id())));
        room.occupants().forEach(occupant -> whereabouts.put(occupant.user(), room.id()));
        if (room.occupants().isEmpty() && room.entering().isEmpty()) {
            byId.remove(room.id());
        } else {
            byId.put(room.id(), room);
        }
    }

    public int size() {
        return byId.size();
    }

    /// How many users are in rooms.
    public int countOccupants() {
        return whereabouts.size();
    }
}
