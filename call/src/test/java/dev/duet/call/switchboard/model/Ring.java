// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import dev.duet.frame.ClientRequest.Invite;
import dev.duet.frame.InvitationInfo;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An invitation, as the naive model has it.
final class Ring {
    final InviteId id;
    final DeviceKey by;
    final Invite asked;
    final Instant endsAt;
    boolean seen;
    String data;
    InvitationInfo.@Nullable End end;

    @Nullable
    Instant endedAt;

    @Nullable
    Doer endedBy;

    final Map<InviteId, Invite> aliases = new HashMap<>();

    Ring(InviteId id, DeviceKey by, Invite asked, Instant now) {
        this.id = id;
        this.by = by;
        this.asked = asked;
        this.data = asked.data();
        this.endsAt = now.plus(asked.timeout().isZero() ? Duration.ofHours(24) : asked.timeout());
    }

    UserId inviter() {
        return by.user();
    }

    UserId invitee() {
        return asked.invitee();
    }

    boolean visible() {
        return seen || !asked.onlineUserOnly();
    }

    boolean isShownTo(UserId user) {
        return inviter().equals(user) || (invitee().equals(user) && visible());
    }

    void end(InvitationInfo.Outcome outcome, String with, @Nullable Doer by, Instant now) {
        end = new InvitationInfo.End(outcome, with);
        endedAt = now;
        endedBy = by;
    }
}
