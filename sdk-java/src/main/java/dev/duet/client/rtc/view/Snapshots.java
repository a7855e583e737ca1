// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.view;

import dev.duet.client.Code;
import dev.duet.client.course.RoomCode;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.media.picture.Pixels;
import dev.duet.client.own.FirstFrame;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.rule.Place;
import dev.duet.client.rtc.type.RtcSnapshotSourceType;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import dev.duet.client.rtc.view.Views.Spot;
import dev.duet.client.stay.Landing;
import dev.duet.client.stay.Room;
import dev.duet.id.UserId;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Takes pictures of pictures.
public final class Snapshots {
    /// A picture that flows has a frame within this.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Desk desk;
    private final Views views;

    public Snapshots(Desk desk, Views views) {
        this.desk = desk;
        this.views = views;
    }

    /// The result is told; what cannot be had is warned of.
    public void take(String userId, RtcVideoStreamType type, RtcSnapshotSourceType from) {
        Spot spot = new Spot(userId, Place.kindOf(type));
        Optional<Viewer> viewer = views.viewer(spot);
        Optional<VideoFrame> shown = viewer.flatMap(there -> Optional.ofNullable(there.last()));
        if (shown.isPresent() && from != RtcSnapshotSourceType.CAPTURE) {
            tell(userId, type, shown.get());
        } else if (from == RtcSnapshotSourceType.VIEW && viewer.isEmpty()) {
            desk.warn(RoomCode.REFUSED, "This picture is in no view.");
        } else {
            Optional<VideoSource> source = source(spot);
            source.ifPresentOrElse(there -> await(userId, type, there), this::tellNothing);
        }
    }

    private Optional<VideoSource> source(Spot spot) {
        if (spot.userId().isEmpty()) {
            return Optional.ofNullable(
                    spot.kind() == MediaKind.SCREEN
                            ? desk.media().share().source()
                            : desk.media().camera());
        }
        return UserId.of(spot.userId())
                .flatMap(user -> desk.room().filter(room -> sends(room, user, spot.kind())))
                .map(room -> new Glimpse(room, spot.kind()));
    }

    private static boolean sends(Room room, UserId user, MediaKind kind) {
        return kind == MediaKind.SCREEN
                ? room.sends(user).screen()
                : room.sends(user).video();
    }

    private void await(String userId, RtcVideoStreamType type, VideoSource source) {
        CompletableFuture<Optional<VideoFrame>> taken = new CompletableFuture<>();
        Runnable callOff = desk.wakeIn(PATIENCE, () -> taken.complete(Optional.empty()));
        CompletableFuture<VideoFrame> frame = FirstFrame.of(source);
        Landing.letBe(frame.handle((came, gone) -> {
            desk.sessions().run(() -> taken.complete(Optional.ofNullable(came)));
            return true;
        }));
        Landing.then(taken, result -> {
            callOff.run();
            frame.cancel(false);
            result.ifPresentOrElse(came -> tell(userId, type, came), this::tellNothing);
        });
    }

    private void tell(String userId, RtcVideoStreamType type, VideoFrame frame) {
        BufferedImage image = Pixels.toImage(frame);
        desk.tell(listener -> listener.onSnapshotComplete(userId, type, image));
    }

    private void tellNothing() {
        desk.warn(Code.FAILED, "There is no picture to take.");
    }

    /// Another's picture that is in no view, looked at for a moment; on the loop.
    private final class Glimpse implements VideoSource {
        private final Room room;
        private final MediaKind kind;

        Glimpse(Room room, MediaKind kind) {
            this.room = room;
            this.kind = kind;
        }

        @Override
        public void addSink(VideoSink sink) {
            room.see(kind, sink);
        }

        @Override
        public void removeSink(VideoSink sink) {
            desk.sessions().run(() -> room.unsee(kind, sink));
        }

        @Override
        public CompletableFuture<Void> ended() {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }
}
