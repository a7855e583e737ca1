// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

/// What must be done, in order.
public enum CallEffect {
    SEND_CANCEL,
    SEND_REJECT,
    SEND_BUSY,
    ENTER_ROOM,
    LEAVE_ROOM,
    /// The other side waits in the room, or is about to: go there, be seen, and leave, so that it knows.
    MEET_AND_LEAVE
}
