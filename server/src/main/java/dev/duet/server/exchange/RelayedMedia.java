// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.switchboard.MediaAnswer;
import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.server.media.MediaRooms;
import dev.duet.server.media.Negotiation;
import dev.duet.server.media.RoomKey;
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

    private static MediaAnswer answer(Negotiation negotiation) {
        return switch (negotiation) {
            case Negotiation.Answered(String sdp) -> new MediaAnswer.Answered(sdp);
            case Negotiation.Refused(String why) -> new MediaAnswer.Refused(why);
        };
    }
}
