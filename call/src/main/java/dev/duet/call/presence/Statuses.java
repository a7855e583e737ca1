// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.presence;

import dev.duet.call.line.Lines;
import dev.duet.frame.UserStatus;
import dev.duet.frame.UserStatus.Presence;
import dev.duet.id.UserId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Who of one app's users is there, who was lost, and what they say of themselves.
final class Statuses {
    /// How many lost users are told from those who logged out; some megabytes at most.
    static final int MOST_LOST = 100_000;

    private final Lines lines;
    private final int mostLost;
    private final Map<UserId, String> sayings = new HashMap<>();
    private final SequencedSet<UserId> lost = new LinkedHashSet<>();

    Statuses(Lines lines, int mostLost) {
        this.lines = lines;
        this.mostLost = mostLost;
    }

    UserStatus of(UserId user) {
        return new UserStatus(user, presence(user), sayings.getOrDefault(user, ""));
    }

    private Presence presence(UserId user) {
        if (lines.isOnline(user)) {
            return Presence.ONLINE;
        }
        return lost.contains(user) ? Presence.OFFLINE : Presence.LOGGED_OUT;
    }

    void came(UserId user) {
        lost.remove(user);
    }

    void loggedOut(UserId user) {
        sayings.remove(user);
    }

    /// The user who was lost longest ago, when there is no room to remember that any longer.
    Optional<UserId> wasLost(UserId user) {
        sayings.remove(user);
        lost.addLast(user);
        return lost.size() > mostLost ? Optional.of(lost.removeFirst()) : Optional.empty();
    }

    /// Whether that is news.
    boolean says(UserId user, String saying) {
        @Nullable String before = saying.isEmpty() ? sayings.remove(user) : sayings.put(user, saying);
        return !saying.equals(before == null ? "" : before);
    }
}
