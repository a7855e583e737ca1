// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import dev.duet.client.course.RoomEvent.OfOthers;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RoomUser;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.LeaveReason;
import dev.duet.frame.ServerEvent.RoomNews;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The others in a room: who they are, what they send, whether they have put it on hold. Everything is told once.
public final class Company {
    /// How long somebody who was there before a re-entry has to come back too: a restarted server loses both of us.
    private static final Duration RETURN = Duration.ofSeconds(10);

    private final UserId self;
    private final Map<UserId, Present> present = new LinkedHashMap<>(2);
    private final Map<UserId, Instant> missing = new LinkedHashMap<>(2);

    private record Present(MediaFlags media, boolean held) {}

    /// What becomes of those whom an entry does not meet.
    public enum Absent {
        GONE,
        AWAITED
    }

    public Company(UserId self) {
        this.self = self;
    }

    public List<UserId> users() {
        return List.copyOf(present.keySet());
    }

    public MediaFlags sends(UserId user) {
        Present one = present.get(user);
        return one == null ? MediaFlags.NONE : one.media();
    }

    public List<OfOthers> take(RoomNews news) {
        List<OfOthers> told = new ArrayList<>(2);
        switch (news) {
            case ServerEvent.UserEntered(UserId user, var together) -> comes(user, told);
            case ServerEvent.UserLeft(UserId user, LeaveReason reason, var at) -> goes(user, reason, at, told);
            case ServerEvent.MediaChanged(UserId user, MediaFlags media) -> changes(user, media, told);
            case ServerEvent.UserHeld(UserId user, boolean held) -> holds(user, held, told);
            case ServerEvent.RoomExited exited -> {}
            case ServerEvent.CustomCmd command -> {}
        }
        return told;
    }

    /// Whom an entry met. Whoever else was known is gone, now or unless back within a moment.
    public List<OfOthers> meet(List<RoomUser> users, Absent absent, Instant now) {
        List<OfOthers> told = new ArrayList<>(4);
        List<RoomUser> others =
                users.stream().filter(each -> !each.userId().equals(self)).toList();
        for (UserId user : users()) {
            if (others.stream().noneMatch(other -> other.userId().equals(user))) {
                misses(user, absent, now, told);
            }
        }
        for (RoomUser other : others) {
            changes(other.userId(), other.media(), told);
            holds(other.userId(), other.held(), told);
        }
        return told;
    }

    private void misses(UserId user, Absent absent, Instant now, List<OfOthers> told) {
        switch (absent) {
            case GONE -> goes(user, LeaveReason.LEFT, null, told);
            case AWAITED -> missing.put(user, now.plus(RETURN));
        }
    }

    /// When to call [#wake] next.
    public Optional<Instant> wakeAt() {
        return missing.values().stream().min(Instant::compareTo);
    }

    /// Who was waited for long enough is gone.
    public List<OfOthers> wake(Instant now) {
        List<OfOthers> told = new ArrayList<>(2);
        List<UserId> due = missing.entrySet().stream()
                .filter(each -> !now.isBefore(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(user -> goes(user, LeaveReason.TIMED_OUT, null, told));
        return told;
    }

    private void comes(UserId user, List<OfOthers> told) {
        missing.remove(user);
        if (present.putIfAbsent(user, new Present(MediaFlags.NONE, false)) == null) {
            told.add(new RoomEvent.UserEntered(user));
        }
    }

    private void changes(UserId user, MediaFlags now, List<OfOthers> told) {
        comes(user, told);
        MediaFlags before = sends(user);
        if (!before.equals(now)) {
            present.computeIfPresent(user, (id, one) -> new Present(now, one.held()));
            told.add(new RoomEvent.MediaChanged(user, now, before));
        }
    }

    private void holds(UserId user, boolean held, List<OfOthers> told) {
        Present known = present.get(user);
        if (known != null && known.held() != held) {
            present.put(user, new Present(known.media(), held));
            told.add(new RoomEvent.UserHeld(user, held));
        }
    }

    private void goes(UserId user, LeaveReason reason, @Nullable Instant at, List<OfOthers> told) {
        missing.remove(user);
        if (present.containsKey(user)) {
            changes(user, MediaFlags.NONE, told);
            present.remove(user);
            told.add(new RoomEvent.UserLeft(user, reason, at));
        }
    }
}
