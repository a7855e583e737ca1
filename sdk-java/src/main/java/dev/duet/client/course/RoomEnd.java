// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import dev.duet.client.Result;

/// Why a stay in a room ended without `exit`.
public sealed interface RoomEnd {
    record Kicked() implements RoomEnd {}

    record Dissolved() implements RoomEnd {}

    /// The server has lost the place, or the media could not be repaired.
    record Lost(Result<Void> why) implements RoomEnd {}
}
