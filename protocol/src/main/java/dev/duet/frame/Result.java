// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an accepted request answers.
public sealed interface Result {

    /// Nothing but success: an empty object.
    record Nothing() implements Result {}

    /// `pending`: every invitation of this user that rings or ended within the last 60 s. `room`: the room this device
    /// is still in; `held`: the one it has put on hold.
    record LoggedIn(
            LoginId loginId,
            Instant serverTime,
            Duration heartbeat,
            List<IceServer> iceServers,
            List<InvitationInfo> pending,
            @Nullable RoomInfo room,
            @Nullable RoomInfo held)
            implements Result {
        public LoggedIn {
            iceServers = List.copyOf(iceServers);
            pending = List.copyOf(pending);
        }
    }

    record Invited(InviteId inviteId, Instant deadline) implements Result {}

    record Invitation(InvitationInfo invitation) implements Result {}

    /// `elapsed`: from the request to this answer. `together`: since when there are two in the room, if there are.
    record Entered(
            String sdp,
            List<RoomUser> users,
            Duration elapsed,
            @Nullable Instant together) implements Result {
        public Entered {
            users = List.copyOf(users);
        }
    }

    /// `at`: when the room was left; null from a server that does not say.
    record Exited(@Nullable Instant at) implements Result {}

    /// `sdp` is the answer to the request's offer.
    record Answered(String sdp) implements Result {}

    record Statuses(List<UserStatus> statuses) implements Result {
        public Statuses {
            statuses = List.copyOf(statuses);
        }
    }
}
