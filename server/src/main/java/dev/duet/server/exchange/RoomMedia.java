// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.switchboard.MediaAnswer;
import dev.duet.frame.ReceiveWish;
import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.util.concurrent.CompletableFuture;

/// The media of all rooms, as the exchange needs it.
public interface RoomMedia {

    /// A second entry of the same user replaces the first.
    CompletableFuture<MediaAnswer> enter(AppId app, RoomId room, UserId user, String sdpOffer);

    CompletableFuture<MediaAnswer> restartIce(AppId app, RoomId room, UserId user, String sdpOffer);

    /// What the user wants to be sent; every entry begins with all of it. Does nothing when the user has no media in
    /// the room.
    void receive(AppId app, RoomId room, UserId user, ReceiveWish wish);

    /// Does nothing when the user has no media in the room.
    void leave(AppId app, RoomId room, UserId user);

    /// Connects a device in a lobby, where nothing is forwarded, in place of whatever this login had.
    CompletableFuture<MediaAnswer> warmUp(AppId app, LoginId login, UserId user, String sdpOffer);

    /// Makes the media of a lobby the user's in the room, in place of any it has there; what the device wants to be
    /// sent stays. Media that is connected already is told of as connected in the room. Does nothing when
    /// there is no lobby.
    void adoptWarm(AppId app, LoginId login, RoomId room, UserId user);

    /// Sends a device its own media back, in place of whatever this login had.
    CompletableFuture<MediaAnswer> openMirror(AppId app, LoginId login, UserId user, String sdpOffer);

    CompletableFuture<MediaAnswer> restartSoloIce(AppId app, LoginId login, UserId user, String sdpOffer);

    /// What the device wants to be sent once it is in the room.
    void receiveSolo(AppId app, LoginId login, ReceiveWish wish);

    /// Ends a lobby or a mirror; does nothing when there is none.
    void closeSolo(AppId app, LoginId login);
}
