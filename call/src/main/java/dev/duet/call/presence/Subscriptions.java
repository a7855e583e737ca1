// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.presence;

import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which login wants to know of which user's status.
final class Subscriptions {
    /// What one login may watch: a long list of contacts.
    static final int MOST_WATCHED = 1000;

    private final Map<LoginId, Set<UserId>> watched = new HashMap<>();
    private final Map<UserId, Set<LoginId>> watching = new HashMap<>();

    /// False when that were too many in all; then none is added.
    boolean add(LoginId login, Collection<UserId> users) {
        Set<UserId> all = new LinkedHashSet<>(watched.getOrDefault(login, Set.of()));
        all.addAll(users);
        if (all.size() > MOST_WATCHED) {
            return false;
        }
        watched.put(login, all);
        all.forEach(user ->
                watching.computeIfAbsent(user, _ -> new LinkedHashSet<>()).add(login));
        return true;
    }

    void remove(LoginId login, Collection<UserId> users) {
        Set<UserId> gone = new HashSet<>(users);
        watched.computeIfPresent(login, (_, all) -> {
            all.removeAll(gone);
            return all.isEmpty() ? null : all;
        });
        gone.forEach(user -> unwatch(user, login));
    }

    void removeAll(LoginId login) {
        @Nullable Set<UserId> gone = watched.remove(login);
        if (gone != null) {
            gone.forEach(user -> unwatch(user, login));
        }
    }

    /// Who wants to know of this user, the longest first.
    List<LoginId> of(UserId user) {
        return List.copyOf(watching.getOrDefault(user, Set.of()));
    }

    int size() {
        return watched.values().stream().mapToInt(Set::size).sum();
    }

    private void unwatch(UserId user, LoginId login) {
        watching.computeIfPresent(user, (_, logins) -> {
            logins.remove(login);
            return logins.isEmpty() ? null : logins;
        });
    }
}
