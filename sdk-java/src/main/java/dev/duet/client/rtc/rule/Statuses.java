// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.rule;

import dev.duet.client.media.MediaKind;
import dev.duet.id.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How what comes from the others fares: stopped, loading or playing; each change is told once.
public final class Statuses {
    public static final int STOPPED = 0;
    public static final int PLAYING = 1;
    public static final int LOADING = 2;

    public static final int BUFFERING_BEGIN = 1;
    public static final int BUFFERING_END = 2;
    public static final int LOCAL_STARTED = 3;
    public static final int LOCAL_STOPPED = 4;
    public static final int REMOTE_STARTED = 5;
    public static final int REMOTE_STOPPED = 6;

    /// A status and why it came about, in the guide's numbers.
    public record Change(int status, int reason) {}

    private final Map<Place, Change> known = new HashMap<>(4);

    /// What has to be told, if anything.
    public Optional<Change> become(UserId user, MediaKind kind, int status, int reason) {
        Change next = new Change(status, reason);
        Change before = known.put(new Place(user, kind), next);
        return (before == null ? STOPPED : before.status()) == status ? Optional.empty() : Optional.of(next);
    }

    /// The picture that was loading is there, for the reason it was loaded.
    public Optional<Change> begun(UserId user, MediaKind kind) {
        Change now = known.get(new Place(user, kind));
        if (now == null || now.status() != LOADING) {
            return Optional.empty();
        }
        return become(user, kind, PLAYING, now.reason() == BUFFERING_BEGIN ? BUFFERING_END : now.reason());
    }

    /// Whether it has flowed since the last time.
    public Optional<Change> flow(UserId user, MediaKind kind, boolean flows) {
        Change now = known.get(new Place(user, kind));
        if (now == null) {
            return Optional.empty();
        }
        if (now.status() == PLAYING && !flows) {
            return become(user, kind, LOADING, BUFFERING_BEGIN);
        }
        boolean waits = now.status() == LOADING && now.reason() == BUFFERING_BEGIN;
        return waits && flows ? become(user, kind, PLAYING, BUFFERING_END) : Optional.empty();
    }

    public void forget(UserId user) {
        known.keySet().removeIf(place -> place.user().equals(user));
    }

    public void clear() {
        known.clear();
    }
}
