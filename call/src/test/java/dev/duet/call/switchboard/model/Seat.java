// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import dev.duet.frame.MediaFlags;
import dev.duet.id.DeviceKey;
import dev.duet.id.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A user's place in a room, taken or on hold, as the naive model has it.
final class Seat {
    final RoomId room;
    final Doer enteredBy;
    MediaFlags flags = MediaFlags.NONE;

    @Nullable
    Instant noSocketSince;

    @Nullable
    Instant noMediaSince;

    Seat(RoomId room, Doer enteredBy, Instant now) {
        this.room = room;
        this.enteredBy = enteredBy;
        this.noMediaSince = now;
    }

    boolean isOn(DeviceKey device) {
        return enteredBy.device().equals(device);
    }

    boolean vanished(Instant now) {
        return noSocketSince != null
                && noMediaSince != null
                && !now.isBefore(noSocketSince.plusSeconds(15))
                && !now.isBefore(noMediaSince.plusSeconds(15));
    }
}
