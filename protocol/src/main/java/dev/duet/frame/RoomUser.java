// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.id.UserId;

/// Another user of the room and what that user is sending.
public record RoomUser(UserId userId, MediaFlags media) {}
