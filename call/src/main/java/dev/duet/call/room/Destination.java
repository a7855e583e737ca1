// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import dev.duet.frame.MediaFlags;
import dev.duet.frame.Scene;
import dev.duet.id.RoomId;

/// Where a user is going, and what it will send there from the start.
public record Destination(RoomId room, Scene scene, MediaFlags sends) {

    public Destination sending(MediaFlags flags) {
        return new Destination(room, scene, flags);
    }
}
