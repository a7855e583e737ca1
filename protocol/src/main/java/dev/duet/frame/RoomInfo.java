// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.id.RoomId;
import java.util.List;

/// The room this device is in, and the other users in it.
public record RoomInfo(RoomId roomId, Scene scene, List<RoomUser> users) {
    public RoomInfo {
        users = List.copyOf(users);
    }
}
