// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.switchboard.MediaAnswer;
import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.util.concurrent.CompletableFuture;

/// The media of all rooms, as the exchange needs it.
public interface RoomMedia {

    /// A second entry of the same user replaces the first.
    CompletableFuture<MediaAnswer> enter(AppId app, RoomId room, UserId user, String sdpOffer);

    CompletableFuture<MediaAnswer> restartIce(AppId app, RoomId room, UserId user, String sdpOffer);

    /// Does nothing when the user has no media in the room.
    void leave(AppId app, RoomId room, UserId user);
}
