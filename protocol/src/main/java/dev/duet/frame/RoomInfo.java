// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.id.RoomId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The room this device is in, and the other users in it.
///
/// @param together since when there are two, if there are
public record RoomInfo(
        RoomId roomId,
        Scene scene,
        List<RoomUser> users,
        @Nullable Instant together) {
    public RoomInfo {
        users = List.copyOf(users);
    }
}
