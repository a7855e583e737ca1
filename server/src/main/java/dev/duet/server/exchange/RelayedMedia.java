// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.switchboard.MediaAnswer;
import dev.duet.frame.ReceiveWish;
import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.server.media.MediaRooms;
import dev.duet.server.media.Negotiation;
import dev.duet.server.media.RoomKey;
import java.util.concurrent.CompletableFuture;

/// The rooms of the media loop, as the exchange speaks of them.
public record RelayedMedia(MediaRooms rooms) implements RoomMedia {
    /// Until the media loop takes devices without a room.
    private static final CompletableFuture<MediaAnswer> LATER = CompletableFuture.completedFuture(
            new MediaAnswer.Refused("This server connects media in rooms only; enter a room."));

    @Override
    public CompletableFuture<MediaAnswer> enter(AppId app, RoomId room, UserId user, String sdpOffer) {
        return rooms.enter(new RoomKey(app, room), user, sdpOffer).thenApply(RelayedMedia::answer);
    }

    @Override
    public CompletableFuture<MediaAnswer> restartIce(AppId app, RoomId room, UserId user, String sdpOffer) {
        return rooms.restartIce(new RoomKey(app, room), user, sdpOffer).thenApply(RelayedMedia::answer);
    }

    @Override
    public void leave(AppId app, RoomId room, UserId user) {
        rooms.leave(new RoomKey(app, room), user);
    }

    @Override
    public void receive(AppId app, RoomId room, UserId user, ReceiveWish wish) {}

    @Override
    public CompletableFuture<MediaAnswer> warmUp(AppId app, LoginId login, UserId user, String sdpOffer) {
        return LATER;
    }

    @Override
    public void adoptWarm(AppId app, LoginId login, RoomId room, UserId user) {}

    @Override
    public CompletableFuture<MediaAnswer> openMirror(AppId app, LoginId login, UserId user, String sdpOffer) {
        return LATER;
    }

    @Override
    public CompletableFuture<MediaAnswer> restartSoloIce(AppId app, LoginId login, UserId user, String sdpOffer) {
        return LATER;
    }

    @Override
    public void receiveSolo(AppId app, LoginId login, ReceiveWish wish) {}

    @Override
    public void closeSolo(AppId app, LoginId login) {}

    private static MediaAnswer answer(Negotiation negotiation) {
        return switch (negotiation) {
            case Negotiation.Answered(String sdp) -> new MediaAnswer.Answered(sdp);
            case Negotiation.Refused(String why) -> new MediaAnswer.Refused(why);
        };
    }
}
