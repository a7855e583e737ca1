// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.rule;

import dev.duet.id.RoomId;

/// What it takes to enter a room, as it passed the check.
///
/// @param privateMapKey empty when there is none
public record Entry(Login login, RoomId room, String privateMapKey) {
    /// Without the tickets.
    @Override
    public String toString() {
        return "Entry[login=" + login + ", room=" + room + ']';
    }
}
