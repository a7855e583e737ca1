// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invitation as clients see it. `deadline` equals `createdAt` when `timeout` is zero (it never times out).
/// `end` is null while it rings.
public record InvitationInfo(
        InviteId inviteId,
        UserId inviter,
        List<UserId> inviteeList,
        String data,
        Duration timeout,
        Instant createdAt,
        Instant deadline,
        boolean onlineUserOnly,
        @Nullable End end) {
    public InvitationInfo {
        inviteeList = List.copyOf(inviteeList);
    }

    /// How it ended, with the `data` of the step that ended it.
    public record End(Outcome outcome, String endedData) {}

    public enum Outcome {
        ACCEPTED,
        REJECTED,
        CANCELLED,
        TIMED_OUT
    }
}
