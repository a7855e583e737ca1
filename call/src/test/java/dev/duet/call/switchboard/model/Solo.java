// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import dev.duet.frame.MediaFlags;
import dev.duet.frame.RequestId;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A lobby (it has an invitation) or a speed test (it has none), as the naive model has it.
final class Solo {
    final Doer doer;
    final RequestId request;
    final Instant since;

    @Nullable
    InviteId invitation;

    RoomId room;
    MediaFlags flags;
    boolean answered;
    boolean called;

    @Nullable
    Instant endsAt;

    @Nullable
    Instant noSocketSince;

    Solo(Doer doer, RequestId request, @Nullable InviteId invitation, RoomId room, MediaFlags flags, Instant now) {
        this.doer = doer;
        this.request = request;
        this.invitation = invitation;
        this.room = room;
        this.flags = flags;
        this.since = now;
    }

    boolean isLobby() {
        return invitation != null;
    }

    boolean isOver(Instant now) {
        return answered ? endsAt != null && !now.isBefore(endsAt) : !now.isBefore(since.plusSeconds(10));
    }
}
