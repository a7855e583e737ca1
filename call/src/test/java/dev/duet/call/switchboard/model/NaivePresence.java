// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import dev.duet.error.ErrorCode;
import dev.duet.frame.UserStatus;
import dev.duet.frame.UserStatus.Presence;
import dev.duet.id.DeviceKey;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who can be reached, as the naive model has it.
final class NaivePresence {
    private final Map<DeviceKey, LoginId> online;
    private final Set<UserId> lost = new HashSet<>();
    private final Map<UserId, String> sayings = new HashMap<>();
    final Map<LoginId, Set<UserId>> watching = new HashMap<>();

    NaivePresence(Map<DeviceKey, LoginId> online) {
        this.online = online;
    }

    UserStatus of(UserId user) {
        Presence presence =
                isOnline(user) ? Presence.ONLINE : lost.contains(user) ? Presence.OFFLINE : Presence.LOGGED_OUT;
        return new UserStatus(user, presence, sayings.getOrDefault(user, ""));
    }

    void came(UserId user) {
        lost.remove(user);
    }

    /// The login is no longer among those online.
    void went(Doer doer, boolean wasLost) {
        watching.remove(doer.login());
        if (!isOnline(doer.user())) {
            sayings.remove(doer.user());
            if (wasLost) {
                lost.add(doer.user());
            }
        }
    }

    @Nullable
    ErrorCode subscribe(Doer doer, List<UserId> users) {
        if (users.contains(doer.user())) {
            return ErrorCode.INVALID_PARAMETERS;
        }
        watching.computeIfAbsent(doer.login(), _ -> new HashSet<>()).addAll(users);
        return null;
    }

    void unsubscribe(Doer doer, List<UserId> users) {
        Set<UserId> all = watching.computeIfAbsent(doer.login(), _ -> new HashSet<>());
        if (users.isEmpty()) {
            all.clear();
        } else {
            users.forEach(all::remove);
        }
    }

    void say(UserId user, String saying) {
        sayings.put(user, saying);
    }

    int count() {
        return watching.values().stream().mapToInt(Set::size).sum();
    }

    private boolean isOnline(UserId user) {
        return online.keySet().stream().anyMatch(device -> device.user().equals(user));
    }
}
