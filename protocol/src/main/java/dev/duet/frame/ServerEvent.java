// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the server tells a device without being asked.
public sealed interface ServerEvent {

    record KickedOffline(KickReason reason) implements ServerEvent {}

    record UserSigExpired() implements ServerEvent {}

    record NewInvitation(InvitationInfo invitation) implements ServerEvent {}

    /// To the inviter: it is ringing there, or a push was handed to a vendor. `status` is one word for people who
    /// look for a fault, at most 64 characters: `delivered` by a socket, `sent` or what the vendor said by a push.
    record InvitationDelivered(InviteId inviteId, UserId invitee, DeviceId device, Via via, String status)
            implements ServerEvent {}

    /// `device` answered, or called at the same time (glare): the second call is the answer to the first.
    record InviteeAccepted(InviteId inviteId, UserId invitee, String data, DeviceId device) implements ServerEvent {}

    /// `device` answered; the id `server` says that the server answered for the user (busy).
    record InviteeRejected(InviteId inviteId, UserId invitee, String data, DeviceId device) implements ServerEvent {}

    record InvitationCancelled(InviteId inviteId, UserId inviter, String data) implements ServerEvent {}

    record InvitationTimeout(InviteId inviteId, List<UserId> inviteeList) implements ServerEvent {
        public InvitationTimeout {
            inviteeList = List.copyOf(inviteeList);
        }
    }

    record InvitationModified(InviteId inviteId, String data) implements ServerEvent {}

    /// The device was warm and is in the room now, on the media it has; `elapsed` since it warmed up. `together`: since
    /// when there are two, if there are.
    record RoomEntered(
            RoomId roomId,
            Scene scene,
            List<RoomUser> users,
            Duration elapsed,
            @Nullable Instant together) implements ServerEvent {
        public RoomEntered {
            users = List.copyOf(users);
        }
    }

    /// What happens in a room.
    sealed interface RoomNews extends ServerEvent {}

    /// News of the room that the device told has put on hold. News without this is of the room it is in.
    record InHeldRoom(RoomId roomId, RoomNews news) implements ServerEvent {}

    /// `together`: since when both are there; null from a server that does not say.
    record UserEntered(UserId userId, @Nullable Instant together) implements RoomNews {}

    /// `at`: when; null from a server that does not say.
    record UserLeft(
            UserId userId, LeaveReason reason, @Nullable Instant at) implements RoomNews {}

    /// The user put the room on hold, or is back.
    record UserHeld(UserId userId, boolean held) implements RoomNews {}

    record MediaChanged(UserId userId, MediaFlags media) implements RoomNews {}

    record NetworkQuality(LocalQuality local, List<RemoteQuality> remote) implements ServerEvent {
        public NetworkQuality {
            remote = List.copyOf(remote);
        }
    }

    record RoomExited(ExitReason reason) implements RoomNews {}

    record CustomCmd(UserId userId, int cmdId, long seq, String data) implements RoomNews {}

    /// To subscribers, and to the user's own other devices when it said something of itself.
    record UserStatusChanged(List<UserStatus> statuses) implements ServerEvent {
        public UserStatusChanged {
            statuses = List.copyOf(statuses);
        }
    }

    enum KickReason {
        MULTIPLE_DEVICE,
        USER_SIG_EXPIRED,
        REST_API
    }

    enum Via {
        SOCKET,
        PUSH
    }

    /// Why a user is no longer in the room, with its number on the wire.
    enum LeaveReason {
        LEFT(0),
        TIMED_OUT(1),
        KICKED(2);

        private final int number;

        LeaveReason(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /// Why the device told is no longer in the room, with its number on the wire; 0 is the client's own exit and is
    /// never sent.
    enum ExitReason {
        KICKED(1),
        DISSOLVED(2);

        private final int number;

        ExitReason(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /// The uplink of the device told: `quality` 0 unknown, 1 excellent to 6 down; `upLossPercent` 0 to 100;
    /// `jitter` as RFC 3550 section 6.4.1 has it, of the worst stream.
    record LocalQuality(int quality, Duration rtt, double upLossPercent, Duration jitter) {}

    /// What arrives from a remote user: its uplink and the own downlink together.
    record RemoteQuality(UserId userId, int quality, double downLossPercent) {}
}
