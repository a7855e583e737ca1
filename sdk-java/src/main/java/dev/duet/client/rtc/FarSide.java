// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import dev.duet.client.course.RoomCode;
import dev.duet.client.course.RoomEvent;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.own.DeviceFault;
import dev.duet.client.own.Playout;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.measure.Firsts;
import dev.duet.client.rtc.rule.Place;
import dev.duet.client.rtc.rule.StatisticsMaker;
import dev.duet.client.rtc.rule.Statuses;
import dev.duet.client.rtc.rule.Subscription;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import dev.duet.client.rtc.view.Viewer;
import dev.duet.client.rtc.view.Views;
import dev.duet.client.rtc.view.Views.Spot;
import dev.duet.client.stay.Room;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What comes from the others: who is heard, what is shown where, what is received at all.
final class FarSide {
    /// A picture that comes by itself and is not looked at by then is not worth its bytes.
    private static final Duration LOOK_AT = Duration.ofSeconds(5);

    private static final List<MediaKind> PICTURES = List.of(MediaKind.CAMERA, MediaKind.SCREEN);

    private final Desk desk;
    private final Views views;
    private final Firsts firsts;
    private final Playout playout;
    private final Subscription subscription = new Subscription();
    private final Statuses statuses = new Statuses();
    private final Map<String, Integer> volumes = new HashMap<>(2);
    private int playoutVolume = 100;
    private int device = 100;
    private boolean deviceMuted;

    FarSide(Desk desk, Views views) {
        this.desk = desk;
        this.views = views;
        this.firsts = new Firsts(desk, first -> tellVoice());
        this.playout = new Playout(desk.sessions(), desk.tools(), this::speakerFailed);
    }

    /// A machine without a loudspeaker is a robot's, as likely as not.
    private void speakerFailed(DeviceFault fault) {
        if (fault.warning() == RoomCode.WARNING_SPEAKER_LIST_EMPTY) {
            desk.warn(fault.warning(), fault.desc());
        } else {
            desk.complain(fault);
        }
    }

    Playout playout() {
        return playout;
    }

    Subscription subscription() {
        return subscription;
    }

    /// Listens to a room one is about to enter.
    void attend(Room room) {
        room.hear(playout);
        room.on(event -> {
            switch (event) {
                case RoomEvent.Linked linked -> refresh();
                case RoomEvent.UserEntered entered -> refresh();
                case RoomEvent.MediaChanged(UserId user, MediaFlags now, MediaFlags before) ->
                    changed(user, now, before);
                case RoomEvent.UserLeft(UserId user, var reason, var at) -> left(user);
                default -> {
                    // The others' matter.
                }
            }
        });
    }

    private MediaFlags sends(UserId user) {
        return desk.room().map(room -> room.sends(user)).orElse(MediaFlags.NONE);
    }

    private static boolean has(MediaFlags flags, MediaKind kind) {
        return switch (kind) {
            case AUDIO -> flags.audio();
            case CAMERA -> flags.video();
            case SCREEN -> flags.screen();
        };
    }

    private void changed(UserId user, MediaFlags now, MediaFlags before) {
        if (now.audio() != before.audio()) {
            audioChanged(user, now.audio());
        }
        for (MediaKind kind : PICTURES) {
            if (has(now, kind) != has(before, kind)) {
                pictureChanged(user, kind, has(now, kind));
            }
        }
        refresh();
    }

    private void audioChanged(UserId user, boolean there) {
        boolean heard = subscription.hears(user);
        if (there && heard) {
            firsts.await(Firsts.First.HEARD_AUDIO);
        } else {
            firsts.forget(Firsts.First.HEARD_AUDIO);
        }
        int status = there && heard ? Statuses.PLAYING : Statuses.STOPPED;
        become(user, MediaKind.AUDIO, status, there ? Statuses.REMOTE_STARTED : Statuses.REMOTE_STOPPED);
    }

    private void pictureChanged(UserId user, MediaKind kind, boolean there) {
        boolean seen = views.viewer(spot(user, kind)).isPresent();
        if (!there) {
            become(user, kind, Statuses.STOPPED, Statuses.REMOTE_STOPPED);
        } else if (seen) {
            become(user, kind, Statuses.LOADING, Statuses.REMOTE_STARTED);
        } else {
            awaitLook(new Place(user, kind));
        }
    }

    private static Spot spot(UserId user, MediaKind kind) {
        return new Spot(user.text(), kind);
    }

    private void awaitLook(Place place) {
        desk.wakeIn(LOOK_AT, () -> {
            subscription.ignoreUnwatched(place);
            refresh();
        });
    }

    private void left(UserId user) {
        PICTURES.forEach(kind -> views.take(spot(user, kind)));
        statuses.forget(user);
        subscription.forget(user);
        refresh();
    }

    private void tellVoice() {
        desk.other().ifPresent(user -> desk.tell(listener -> listener.onFirstAudioFrame(user.text())));
    }

    private void become(UserId user, MediaKind kind, int status, int reason) {
        tell(user, kind, statuses.become(user, kind, status, reason));
    }

    private void tell(UserId user, MediaKind kind, Optional<Statuses.Change> change) {
        change.ifPresent(now -> {
            if (kind == MediaKind.AUDIO) {
                desk.tell(each -> each.onRemoteAudioStatusUpdated(user.text(), now.status(), now.reason()));
            } else {
                RtcVideoStreamType type = streamType(user, kind);
                desk.tell(each -> each.onRemoteVideoStatusUpdated(user.text(), type, now.status(), now.reason()));
            }
        });
    }

    /// Brings what is received, heard and shown in line with what is wanted.
    private void refresh() {
        UserId user = desk.other().orElse(null);
        Optional<UserId> heard = desk.other().filter(subscription::hears);
        playout.setGain(deviceMuted ? 0 : heard.map(this::loudness).orElse(0.0));
        playout.setOn(heard.filter(there -> sends(there).audio()).isPresent());
        desk.room().ifPresent(room -> {
            PICTURES.forEach(kind -> show(room, user, kind));
            room.setReceive(subscription.wish(user));
        });
    }

    private void show(Room room, @Nullable UserId user, MediaKind kind) {
        Optional<Viewer> viewer = user == null ? Optional.empty() : views.viewer(spot(user, kind));
        boolean comes = user != null && has(sends(user), kind);
        if (user != null && !comes) {
            views.forget(spot(user, kind));
        }
        viewer.ifPresent(shown -> shown.freeze(user != null && subscription.isFrozen(new Place(user, kind))));
        room.see(kind, comes ? viewer.orElse(null) : null);
    }

    private double loudness(UserId user) {
        return volumes.getOrDefault(user.text(), 100) / 100.0 * playoutVolume / 100.0 * device / 100.0;
    }

    void startView(UserId user, RtcVideoStreamType type, VideoSink view) {
        MediaKind kind = Place.kindOf(type);
        if (kind == MediaKind.CAMERA) {
            subscription.prefer(user, type == RtcVideoStreamType.SMALL);
        }
        subscription.watch(new Place(user, kind));
        Spot spot = spot(user, kind);
        if (views.viewer(spot).filter(there -> there.shows(view)).isEmpty()) {
            views.take(spot);
            views.put(spot, view);
            if (has(sends(user), kind)) {
                become(user, kind, Statuses.LOADING, Statuses.LOCAL_STARTED);
            }
        }
        refresh();
    }

    void updateView(UserId user, RtcVideoStreamType type, VideoSink view) {
        MediaKind kind = Place.kindOf(type);
        if (!subscription.watches(new Place(user, kind))) {
            desk.warn(RoomCode.REFUSED, "This picture is not shown: call startRemoteView first.");
            return;
        }
        views.put(spot(user, kind), view);
        refresh();
    }

    void stopView(UserId user, MediaKind kind) {
        views.take(spot(user, kind));
        subscription.unwatch(new Place(user, kind));
        become(user, kind, Statuses.STOPPED, Statuses.LOCAL_STOPPED);
        refresh();
    }

    void stopAllViews() {
        desk.other().ifPresent(user -> PICTURES.forEach(kind -> stopView(user, kind)));
        views.takeRemote();
        refresh();
    }

    void prefer(UserId user, RtcVideoStreamType type) {
        subscription.prefer(user, type == RtcVideoStreamType.SMALL);
        refresh();
    }

    /// A picture has begun to be seen.
    void seen(Spot spot) {
        UserId.of(spot.userId()).ifPresent(user -> tell(user, spot.kind(), statuses.begun(user, spot.kind())));
    }

    RtcVideoStreamType streamType(UserId user, MediaKind kind) {
        return subscription.streamType(new Place(user, kind));
    }

    /// Of one user, or of everybody.
    void muteAudio(@Nullable UserId user, boolean mute) {
        if (user == null) {
            subscription.muteAllAudio(mute);
        } else {
            subscription.muteAudio(user, mute);
        }
        desk.other()
                .filter(there ->
                        (user == null || user.equals(there)) && sends(there).audio())
                .ifPresent(there -> become(
                        there,
                        MediaKind.AUDIO,
                        mute ? Statuses.STOPPED : Statuses.PLAYING,
                        mute ? Statuses.LOCAL_STOPPED : Statuses.LOCAL_STARTED));
        refresh();
    }

    void muteVideo(UserId user, MediaKind kind, boolean mute) {
        subscription.muteVideo(new Place(user, kind), mute);
        refresh();
    }

    void muteAllVideo(boolean mute) {
        subscription.muteAllVideo(mute);
        refresh();
    }

    void setVolume(String userId, int volume) {
        volumes.put(userId, volume);
        refresh();
    }

    void setPlayout(int volume) {
        playoutVolume = volume;
        refresh();
    }

    /// The loudspeaker's own, beside what is played on it.
    void setDevice(int volume, boolean muted) {
        device = volume;
        deviceMuted = muted;
        refresh();
    }

    /// Notices what stands still between two figures, and what goes on.
    void watchFlow(StatisticsMaker figures) {
        desk.other().ifPresent(user -> {
            ReceiveWish wish = subscription.wish(user);
            MediaFlags sent = sends(user);
            watchFlow(figures, user, MediaKind.AUDIO, sent.audio() && wish.audio());
            boolean camera = sent.video() && wish.video() != ReceiveWish.Video.NONE;
            watchFlow(figures, user, MediaKind.CAMERA, camera && isSeen(user, MediaKind.CAMERA));
            watchFlow(
                    figures, user, MediaKind.SCREEN, sent.screen() && wish.screen() && isSeen(user, MediaKind.SCREEN));
        });
    }

    private boolean isSeen(UserId user, MediaKind kind) {
        return views.viewer(spot(user, kind)).isPresent();
    }

    private void watchFlow(StatisticsMaker figures, UserId user, MediaKind kind, boolean wanted) {
        if (wanted) {
            tell(user, kind, statuses.flow(user, kind, figures.flows(kind)));
        }
    }

    /// Out of the room: nothing is heard or shown, and, for good, mutes are off.
    void leave(boolean forGood) {
        firsts.stop();
        playout.setOn(false);
        views.takeRemote();
        statuses.clear();
        if (forGood) {
            subscription.reset();
            volumes.clear();
        }
    }
}
