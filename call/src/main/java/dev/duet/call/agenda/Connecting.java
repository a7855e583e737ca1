// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.agenda;

import dev.duet.call.agenda.Alarms.Alarm.OfConnecting;
import dev.duet.call.invitation.Invitation;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The users between a yes and a room. They are busy although nothing rings and they are nowhere, and the room they
/// enter next is the one the invitation led to.
public final class Connecting {
    /// How long a client may take from the answer to the room: a slow phone opens its camera in 5 s, and a person who
    /// is asked for permission takes a while.
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private record Pair(InviteId id, UserId inviter, UserId invitee) {}

    private final Alarms alarms;
    private final Map<UserId, Pair> byUser = new HashMap<>();
    private final Map<InviteId, Boolean> anyoneCame = new HashMap<>();

    public Connecting(Alarms alarms) {
        this.alarms = alarms;
    }

    public void begin(Invitation accepted, Instant now) {
        Pair pair = new Pair(accepted.id(), accepted.inviter(), accepted.invitee());
        byUser.put(pair.inviter, pair);
        byUser.put(pair.invitee, pair);
        anyoneCame.put(pair.id, false);
        alarms.set(new OfConnecting(pair.id), now.plus(PATIENCE));
    }

    /// The user entered a room; the invitation that led it there, if one did.
    public Optional<InviteId> arrive(UserId user) {
        @Nullable Pair pair = byUser.remove(user);
        if (pair == null) {
            return Optional.empty();
        }
        anyoneCame.replace(pair.id, true);
        return Optional.of(pair.id);
    }

    /// The user this one is about to meet.
    public Optional<UserId> partnerOf(UserId user) {
        return Optional.ofNullable(byUser.get(user))
                .map(pair -> pair.inviter.equals(user) ? pair.invitee : pair.inviter);
    }

    /// Stops waiting; whether nobody came at all.
    public boolean giveUp(InviteId id) {
        byUser.values().removeIf(pair -> pair.id.equals(id));
        return Boolean.FALSE.equals(anyoneCame.remove(id));
    }

    public int size() {
        return byUser.size();
    }
}
