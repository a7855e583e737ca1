// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.switchboard.MediaAnswer;
import dev.duet.frame.ReceiveWish;
import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.media.relay.ReceiveWish.Video;
import dev.duet.server.media.MediaRooms;
import dev.duet.server.media.Negotiation;
import dev.duet.server.media.RoomKey;
import dev.duet.server.media.SoloKey;
import java.util.concurrent.CompletableFuture;

/// The rooms of the media loop, as the exchange speaks of them.
public record RelayedMedia(MediaRooms rooms) implements RoomMedia {

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
    public void receive(AppId app, RoomId room, UserId user, ReceiveWish wish) {
        rooms.receive(new RoomKey(app, room), user, wish(wish));
    }

    @Override
    public CompletableFuture<MediaAnswer> warmUp(AppId app, LoginId login, UserId user, String sdpOffer) {
        return rooms.warmUp(new SoloKey(app, login), user, sdpOffer).thenApply(RelayedMedia::answer);
    }

    @Override
    public void adoptWarm(AppId app, LoginId login, RoomId room, UserId user) {
        rooms.adoptWarm(new SoloKey(app, login), new RoomKey(app, room), user);
    }

    @Override
    public CompletableFuture<MediaAnswer> openMirror(AppId app, LoginId login, UserId user, String sdpOffer) {
        return rooms.openMirror(new SoloKey(app, login), user, sdpOffer).thenApply(RelayedMedia::answer);
    }

    @Override
    public CompletableFuture<MediaAnswer> restartSoloIce(AppId app, LoginId login, UserId user, String sdpOffer) {
        return rooms.restartSoloIce(new SoloKey(app, login), sdpOffer).thenApply(RelayedMedia::answer);
    }

    @Override
    public void receiveSolo(AppId app, LoginId login, ReceiveWish wish) {
        rooms.receiveSolo(new SoloKey(app, login), wish(wish));
    }

    @Override
    public void closeSolo(AppId app, LoginId login) {
        rooms.closeSolo(new SoloKey(app, login));
    }

    private static dev.duet.media.relay.ReceiveWish wish(ReceiveWish wish) {
        Video video = switch (wish.video()) {
            case BIG -> Video.BIG;
            case SMALL -> Video.SMALL;
            case NONE -> Video.NONE;
        };
        return new dev.duet.media.relay.ReceiveWish(wish.audio(), video, wish.screen());
    }

    private static MediaAnswer answer(Negotiation negotiation) {
        return switch (negotiation) {
            case Negotiation.Answered(String sdp) -> new MediaAnswer.Answered(sdp);
            case Negotiation.Refused(String why) -> new MediaAnswer.Refused(why);
        };
    }
}
