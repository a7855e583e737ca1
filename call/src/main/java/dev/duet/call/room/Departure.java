// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import dev.duet.frame.ServerEvent.LeaveReason;

/// Why a user left a room.
public enum Departure {
    /// By itself: it left, or logged out.
    LEFT(LeaveReason.LEFT),
    /// Socket and media were both silent for too long.
    TIMED_OUT(LeaveReason.TIMED_OUT),
    /// The server took it out.
    KICKED(LeaveReason.KICKED),
    /// The same user entered another room from another device.
    DISPLACED(LeaveReason.KICKED),
    /// The server closed the room.
    DISSOLVED(LeaveReason.KICKED);

    private final LeaveReason shown;

    Departure(LeaveReason shown) {
        this.shown = shown;
    }

    /// The reason as the other user of the room sees it.
    public LeaveReason shown() {
        return shown;
    }
}
