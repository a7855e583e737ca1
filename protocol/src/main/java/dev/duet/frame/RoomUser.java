// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.id.UserId;

/// Another user of the room, what that user is sending, and whether it has put the room on hold.
public record RoomUser(UserId userId, MediaFlags media, boolean held) {

    /// One who is there.
    public RoomUser(UserId userId, MediaFlags media) {
        this(userId, media, false);
    }
}
