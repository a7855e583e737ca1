// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import dev.duet.id.DeviceKey;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The rooms of one app. A user is in at most one of them, and has at most one other on hold.
public final class Rooms {
    private final Map<RoomId, Room> byId = new HashMap<>();
    private final Map<UserId, RoomId> whereabouts = new HashMap<>();
    private final Map<UserId, RoomId> onHold = new HashMap<>();

    public Optional<Room> find(RoomId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The room this user is in.
    public Optional<Room> of(UserId user) {
        return Optional.ofNullable(whereabouts.get(user)).map(byId::get);
    }

    /// The room this user has put on hold.
    public Optional<Room> heldBy(UserId user) {
        return Optional.ofNullable(onHold.get(user)).map(byId::get);
    }

    /// The room this device is in.
    public Optional<Room> of(DeviceKey device) {
        return of(device.user()).filter(room -> isOn(room, device));
    }

    /// The room this device has put on hold.
    public Optional<Room> heldBy(DeviceKey device) {
        return heldBy(device.user()).filter(room -> isOn(room, device));
    }

    /// All rooms in which this device has a place.
    public Stream<Room> withPlaceOf(DeviceKey device) {
        return Stream.concat(of(device).stream(), heldBy(device).stream());
    }

    /// All rooms in which this user has a place.
    public Stream<Room> withPlaceOf(UserId user) {
        return Stream.concat(of(user).stream(), heldBy(user).stream());
    }

    /// Keeps the latest state of a room, and forgets a room that nobody is in or entering.
    public void put(Room room) {
        find(room.id())
                .ifPresent(before -> before.occupants().forEach(gone -> {
                    whereabouts.remove(gone.user(), room.id());
                    onHold.remove(gone.user(), room.id());
                }));
        room.occupants().forEach(one -> (one.held() ? onHold : whereabouts).put(one.user(), room.id()));
        if (room.occupants().isEmpty() && room.entering().isEmpty()) {
            byId.remove(room.id());
        } else {
            byId.put(room.id(), room);
        }
    }

    public int size() {
        return byId.size();
    }

    /// How many places in rooms are taken, held ones included.
    public int countOccupants() {
        return whereabouts.size() + onHold.size();
    }

    private static boolean isOn(Room room, DeviceKey device) {
        return room.occupant(device.user())
                .filter(one -> one.device().equals(device))
                .isPresent();
    }
}
