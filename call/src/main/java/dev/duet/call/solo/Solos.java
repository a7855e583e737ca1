// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.solo;

import dev.duet.call.agenda.Alarms;
import dev.duet.call.agenda.Alarms.Alarm.OfSolo;
import dev.duet.call.agenda.Negotiations;
import dev.duet.call.agenda.Ticket;
import dev.duet.call.line.Lines;
import dev.duet.call.roster.Session;
import dev.duet.error.Refusal;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lobbies and speed tests of one app, and how they end.
public final class Solos {
    private final Lines lines;
    private final Alarms alarms;
    private final Negotiations negotiations;
    private final SoloOrders media;
    private final Map<LoginId, Solo> byLogin = new HashMap<>();
    private final Map<UserId, Set<LoginId>> byUser = new HashMap<>();
    private final Map<InviteId, Set<LoginId>> byInvitation = new HashMap<>();

    public Solos(Lines lines, Alarms alarms, Negotiations negotiations, SoloOrders media) {
        this.lines = lines;
        this.alarms = alarms;
        this.negotiations = negotiations;
        this.media = media;
    }

    public Optional<Solo> find(LoginId login) {
        return Optional.ofNullable(byLogin.get(login));
    }

    public Optional<Lobby> lobby(LoginId login) {
        return find(login).filter(Lobby.class::isInstance).map(Lobby.class::cast);
    }

    /// The lobbies of an invitation, the oldest first.
    public List<Lobby> lobbiesOf(InviteId inviteId) {
        return byInvitation.getOrDefault(inviteId, Set.of()).stream()
                .flatMap(login -> lobby(login).stream())
                .toList();
    }

    /// Whether this login waits in a lobby, with media that has been answered.
    public boolean isReady(LoginId login) {
        return lobby(login).filter(lobby -> lobby.waiting().isEmpty()).isPresent();
    }

    /// Mends the path of a lobby.
    public void restartIce(Ticket ticket, UserId user, String sdp) {
        media.restartIce(ticket, user, sdp);
    }

    /// Keeps one, or its next state.
    public void put(Solo solo) {
        LoginId login = solo.session().login();
        byLogin.put(login, solo);
        byUser.computeIfAbsent(solo.session().user(), _ -> new LinkedHashSet<>())
                .add(login);
        if (solo instanceof Lobby lobby) {
            byInvitation
                    .computeIfAbsent(lobby.inviteId(), _ -> new LinkedHashSet<>())
                    .add(login);
        }
    }

    /// Forgets one whose media goes on elsewhere.
    public Optional<Solo> take(LoginId login) {
        alarms.clear(new OfSolo(login));
        @Nullable Solo gone = byLogin.remove(login);
        if (gone != null) {
            remove(byUser, gone.session().user(), login);
            if (gone instanceof Lobby lobby) {
                remove(byInvitation, lobby.inviteId(), login);
            }
        }
        return Optional.ofNullable(gone);
    }

    /// Ends what this login has, its media too; a request that still waits is refused.
    public void end(LoginId login, Refusal why) {
        take(login).ifPresent(solo -> {
            media.close(login);
            solo.waiting().ifPresent(ticket -> {
                negotiations.finish(ticket);
                lines.refuse(ticket.login(), ticket.request(), why);
            });
        });
    }

    /// Ends what all devices of a user have.
    public void endAll(UserId user, Refusal why) {
        List.copyOf(byUser.getOrDefault(user, Set.of())).forEach(login -> end(login, why));
    }

    /// Ends what earlier logins of the same device have.
    public void endEarlier(Session session, Refusal why) {
        List.copyOf(byUser.getOrDefault(session.user(), Set.of())).stream()
                .filter(login -> find(login)
                        .filter(solo -> solo.session().key().equals(session.key()))
                        .isPresent())
                .forEach(login -> end(login, why));
    }

    /// Ends the lobbies of an invitation.
    public void endAll(InviteId inviteId, Refusal why) {
        lobbiesOf(inviteId).forEach(lobby -> end(lobby.session().login(), why));
    }

    public int size() {
        return byLogin.size();
    }

    private static <K> void remove(Map<K, Set<LoginId>> index, K key, LoginId login) {
        index.computeIfPresent(key, (_, logins) -> {
            logins.remove(login);
            return logins.isEmpty() ? null : logins;
        });
    }
}
