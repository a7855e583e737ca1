// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.id.AppId;
import dev.duet.id.RoomId;

/// A room of one app.
public record RoomKey(AppId app, RoomId room) {}
