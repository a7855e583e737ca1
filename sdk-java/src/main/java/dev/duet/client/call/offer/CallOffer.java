// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.offer;

import dev.duet.client.call.state.CallMedia;
import dev.duet.id.RoomId;
import org.jspecify.annotations.Nullable;

/// What kind of call it is to be, and where it takes place.
///
/// @param room null when the invitation names one that there cannot be: it rings, and cannot be entered
public record CallOffer(CallMedia media, @Nullable RoomId room) {}
