// SPDX-License-Identifier: Apache-2.0
package dev.duet.client;

import dev.duet.frame.ServerEvent;
import dev.duet.id.RoomId;

/// What a session tells those who use it, each thing once; internal to the SDK.
public sealed interface Notice {
    /// The server said so, or a login answer showed that it had.
    record Told(ServerEvent event) implements Notice {}

    /// The server no longer has this device in a room it was in, or had on hold.
    record RoomLost(RoomId room) implements Notice {}
}
