// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.offer;

import dev.duet.client.call.state.CallMedia;
import dev.duet.id.RoomId;

/// What kind of call it is to be, and where it takes place.
public record CallOffer(CallMedia media, RoomId room) {}
