// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.rule;

import dev.duet.client.media.MediaKind;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import dev.duet.frame.ReceiveWish;
import dev.duet.id.UserId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be received of whom: what was muted, what is looked at, and what comes by itself.
public final class Subscription {
    /// For everybody, and for those it was said of since.
    private static final class Mute {
        private final Map<UserId, Boolean> single = new HashMap<>(2);
        private boolean all;

        void setAll(boolean mute) {
            all = mute;
            single.clear();
        }

        /// Of nobody in particular: what holds for somebody who comes later.
        boolean of(@Nullable UserId user) {
            return user == null ? all : single.getOrDefault(user, all);
        }
    }

    private Mute audio = new Mute();
    private final Map<MediaKind, Mute> video = new EnumMap<>(MediaKind.class);
    private final Set<UserId> small = new HashSet<>(2);
    private final Set<Place> watched = new HashSet<>(2);
    /// Those whose pictures came by themselves and were not looked at.
    private final Set<Place> ignored = new HashSet<>(2);
    private boolean autoAudio = true;
    private boolean autoVideo = true;

    public void setAuto(boolean receivesAudio, boolean receivesVideo) {
        autoAudio = receivesAudio;
        autoVideo = receivesVideo;
    }

    private Mute mute(MediaKind place) {
        return video.computeIfAbsent(place, absent -> new Mute());
    }

    public void muteAudio(UserId user, boolean mute) {
        audio.single.put(user, mute);
    }

    public void muteAllAudio(boolean mute) {
        audio.setAll(mute);
    }

    public void muteVideo(Place place, boolean mute) {
        mute(place.kind()).single.put(place.user(), mute);
    }

    public void muteAllVideo(boolean mute) {
        mute(MediaKind.CAMERA).setAll(mute);
        mute(MediaKind.SCREEN).setAll(mute);
    }

    public void watch(Place place) {
        watched.add(place);
        ignored.remove(place);
    }

    public boolean watches(Place place) {
        return watched.contains(place);
    }

    public void unwatch(Place place) {
        watched.remove(place);
        ignored.add(place);
    }

    /// Nobody has looked at it: it need not come.
    public void ignoreUnwatched(Place place) {
        if (!watches(place)) {
            ignored.add(place);
        }
    }

    public void prefer(UserId user, boolean smallOne) {
        if (smallOne) {
            small.add(user);
        } else {
            small.remove(user);
        }
    }

    /// As which a picture is asked for.
    public RtcVideoStreamType streamType(Place place) {
        if (place.kind() == MediaKind.SCREEN) {
            return RtcVideoStreamType.SUB;
        }
        return small.contains(place.user()) ? RtcVideoStreamType.SMALL : RtcVideoStreamType.BIG;
    }

    public boolean hears(@Nullable UserId user) {
        if (user != null && !autoAudio) {
            return audio.single.containsKey(user) && !audio.of(user);
        }
        return autoAudio && !audio.of(user);
    }

    public boolean isFrozen(Place place) {
        return mute(place.kind()).of(place.user());
    }

    private boolean sees(@Nullable UserId user, MediaKind kind) {
        if (mute(kind).of(user)) {
            return false;
        }
        if (user == null) {
            return autoVideo;
        }
        Place place = new Place(user, kind);
        return watched.contains(place) || (autoVideo && !ignored.contains(place));
    }

    /// Of the one who is there, or of whoever comes first.
    public ReceiveWish wish(@Nullable UserId user) {
        boolean smallOne = user != null && small.contains(user);
        ReceiveWish.Video wanted = smallOne ? ReceiveWish.Video.SMALL : ReceiveWish.Video.BIG;
        return new ReceiveWish(
                hears(user),
                sees(user, MediaKind.CAMERA) ? wanted : ReceiveWish.Video.NONE,
                sees(user, MediaKind.SCREEN));
    }

    /// What was said of a user who has gone, but for mutes, which hold until we leave.
    public void forget(UserId user) {
        watched.removeIf(place -> place.user().equals(user));
        ignored.removeIf(place -> place.user().equals(user));
    }

    /// Leaving a room sets everything back but the modes of coming by itself.
    public void reset() {
        audio = new Mute();
        video.clear();
        small.clear();
        watched.clear();
        ignored.clear();
    }
}
