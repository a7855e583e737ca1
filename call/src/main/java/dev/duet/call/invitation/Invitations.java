// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.invitation;

import dev.duet.frame.ClientRequest.Invite;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The invitations of one app that ring, or ended so recently that a reconnecting client may ask for them.
public final class Invitations {
    private final Map<InviteId, Invitation> byId = new HashMap<>();
    private final Map<UserId, Set<InviteId>> byUser = new HashMap<>();
    private final Map<InviteId, Alias> aliases = new HashMap<>();

    /// An id a client made up for an invitation that became one with another (glare).
    private record Alias(UserId inviter, Invite asked, InviteId stands) {}

    public Optional<Invitation> find(InviteId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The invitation that a client already made under its own id, which answers a retry.
    public Optional<Invitation> madeBefore(InviteId id, UserId inviter, Invite asked) {
        Alias alias = aliases.get(id);
        if (alias != null) {
            return alias.inviter.equals(inviter) && alias.asked.equals(asked) ? find(alias.stands) : Optional.empty();
        }
        return find(id).filter(known ->
                known.inviter().equals(inviter) && known.asked().equals(asked));
    }

    public boolean isTaken(InviteId id) {
        return byId.containsKey(id) || aliases.containsKey(id);
    }

    /// Adds a new invitation, or replaces it by its next state.
    public void put(Invitation invitation) {
        byId.put(invitation.id(), invitation);
        index(invitation.inviter(), invitation.id());
        index(invitation.invitee(), invitation.id());
    }

    /// From now on a client-made id stands for another invitation, as long as that is remembered.
    public void alias(InviteId madeUp, UserId inviter, Invite asked, InviteId stands) {
        aliases.put(madeUp, new Alias(inviter, asked, stands));
    }

    public void forget(InviteId id) {
        @Nullable Invitation gone = byId.remove(id);
        if (gone != null) {
            unindex(gone.inviter(), id);
            unindex(gone.invitee(), id);
            aliases.values().removeIf(alias -> alias.stands.equals(id));
        }
    }

    /// Those of a user, as inviter or invitee, oldest first.
    public List<Invitation> of(UserId user) {
        return stream(user).toList();
    }

    /// Those of a user that ring, oldest first.
    public Stream<Invitation> ringing(UserId user) {
        return stream(user).filter(Invitation::isRinging);
    }

    public int size() {
        return byId.size();
    }

    public int countRinging() {
        return (int) byId.values().stream().filter(Invitation::isRinging).count();
    }

    private Stream<Invitation> stream(UserId user) {
        return byUser.getOrDefault(user, Set.of()).stream().map(byId::get);
    }

    private void index(UserId user, InviteId id) {
        byUser.computeIfAbsent(user, _ -> new LinkedHashSet<>()).add(id);
    }

    private void unindex(UserId user, InviteId id) {
        byUser.computeIfPresent(user, (_, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }
}
