// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.roster;

import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The devices of one app's users that can be reached now.
public final class Roster {
    private final LoginPolicy policy;
    private final Map<LoginId, Session> byLogin = new HashMap<>();
    private final Map<UserId, List<Session>> byUser = new HashMap<>();

    public Roster(LoginPolicy policy) {
        this.policy = policy;
    }

    /// Lets a device in, and puts out whoever has to go for it.
    ///
    /// @throws IllegalArgumentException when the login is known: whoever makes up logins must not repeat one
    public Admission admit(Session session) {
        if (byLogin.containsKey(session.login())) {
            throw new IllegalArgumentException("login used twice: " + session.login());
        }
        List<Session> replaced = of(session.user()).stream()
                .filter(other -> other.key().equals(session.key()))
                .toList();
        replaced.forEach(old -> remove(old.login()));
        List<Session> kicked = beyondPolicy(session);
        kicked.forEach(old -> remove(old.login()));
        byLogin.put(session.login(), session);
        byUser.computeIfAbsent(session.user(), _ -> new ArrayList<>()).add(session);
        return new Admission(replaced, kicked);
    }

    public Optional<Session> find(LoginId login) {
        return Optional.ofNullable(byLogin.get(login));
    }

    /// The devices of a user, the longest logged in first.
    public List<Session> of(UserId user) {
        return List.copyOf(byUser.getOrDefault(user, List.of()));
    }

    /// Forgets a login.
    public Optional<Session> remove(LoginId login) {
        @Nullable Session gone = byLogin.remove(login);
        if (gone != null) {
            byUser.computeIfPresent(gone.user(), (_, sessions) -> {
                sessions.remove(gone);
                return sessions.isEmpty() ? null : sessions;
            });
        }
        return Optional.ofNullable(gone);
    }

    public int size() {
        return byLogin.size();
    }

    private List<Session> beyondPolicy(Session session) {
        List<Session> samePlatform = of(session.user()).stream()
                .filter(other -> other.device().platform() == session.device().platform())
                .toList();
        int surplus =
                samePlatform.size() + 1 - policy.instancesOn(session.device().platform());
        return samePlatform.subList(0, Math.max(0, surplus));
    }
}
