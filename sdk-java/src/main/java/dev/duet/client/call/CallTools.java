// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.RoomWire;
import dev.duet.client.call.own.Sources;
import dev.duet.client.stay.MediaTools;

/// What the calls of one client work with.
record CallTools(CallSession session, MediaTools media, Sources sources, Calls calls) {
    RoomWire wire() {
        return session.wire();
    }
}
