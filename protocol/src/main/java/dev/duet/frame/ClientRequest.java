// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.id.AppId;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client can ask for. `data` is opaque text of at most 12288 bytes in UTF-8, delivered unchanged.
public sealed interface ClientRequest {

    record Login(AppId sdkAppId, UserId userId, String userSig, Device device) implements ClientRequest {
        /// Without the ticket: whoever reads a log line must not be able to sign in with it.
        @Override
        public String toString() {
            return "Login[sdkAppId=" + sdkAppId + ", userId=" + userId + ", device=" + device + ']';
        }
    }

    record Logout() implements ClientRequest {}

    /// `vendor` 1 to 32 characters, `token` 1 to 4096, `businessId` 0 to 64.
    record SetPushToken(String vendor, String token, String businessId) implements ClientRequest {
        /// Without the token: whoever has it can push to the device.
        @Override
        public String toString() {
            return "SetPushToken[vendor=" + vendor + ", businessId=" + businessId + ']';
        }
    }

    /// `timeout` in whole seconds up to a day; zero means that the invitation never times out. `inviteId` is given
    /// by clients that retry across sockets.
    record Invite(
            UserId invitee,
            String data,
            Duration timeout,
            boolean onlineUserOnly,
            @Nullable OfflinePushInfo offlinePushInfo,
            @Nullable InviteId inviteId)
            implements ClientRequest {}

    record Cancel(InviteId inviteId, String data) implements ClientRequest {}

    record Accept(InviteId inviteId, String data) implements ClientRequest {}

    record Reject(InviteId inviteId, String data) implements ClientRequest {}

    record ModifyInvitation(InviteId inviteId, String data) implements ClientRequest {}

    record GetInvitation(InviteId inviteId) implements ClientRequest {}

    /// Connects the media while the invitation rings, for the room that it leads to. `sdp` is an offer; `media` is what
    /// the device sends from its entry on. The tickets are checked when present.
    record WarmUp(
            InviteId inviteId,
            RoomId roomId,
            Scene scene,
            String sdp,
            MediaFlags media,
            @Nullable String userSig,
            @Nullable String privateMapKey)
            implements ClientRequest {
        /// Without the tickets, and without the ICE password that `sdp` holds.
        @Override
        public String toString() {
            return "WarmUp[inviteId=" + inviteId + ", roomId=" + roomId + ", scene=" + scene + ']';
        }
    }

    /// `sdp` is an offer; `media` is what the device sends from the start; `userSig` and `privateMapKey` are checked
    /// when present.
    record EnterRoom(
            RoomId roomId,
            Scene scene,
            String sdp,
            MediaFlags media,
            @Nullable String userSig,
            @Nullable String privateMapKey)
            implements ClientRequest {
        /// Without the tickets, and without the ICE password that `sdp` holds.
        @Override
        public String toString() {
            return "EnterRoom[roomId=" + roomId + ", scene=" + scene + ']';
        }
    }

    /// `sdp` is an offer with a new ufrag and password.
    record RestartIce(String sdp) implements ClientRequest {
        /// Without `sdp`, which holds an ICE password.
        @Override
        public String toString() {
            return "RestartIce[]";
        }
    }

    record SetMedia(MediaFlags media) implements ClientRequest {}

    record SetReceive(ReceiveWish wish) implements ClientRequest {}

    record HoldRoom() implements ClientRequest {}

    /// `roomId` is null for the room the device is in.
    record ExitRoom(@Nullable RoomId roomId) implements ClientRequest {}

    /// `sdp` is an offer; its media comes back.
    record StartSpeedTest(String sdp) implements ClientRequest {
        /// Without `sdp`, which holds an ICE password.
        @Override
        public String toString() {
            return "StartSpeedTest[]";
        }
    }

    record StopSpeedTest() implements ClientRequest {}

    /// Of 1 to 500 users.
    record GetUserStatus(List<UserId> userIds) implements ClientRequest {
        public GetUserStatus {
            userIds = List.copyOf(userIds);
        }
    }

    /// To 1 to 100 users.
    record SubscribeUserStatus(List<UserId> userIds) implements ClientRequest {
        public SubscribeUserStatus {
            userIds = List.copyOf(userIds);
        }
    }

    /// From up to 100 users; from all when none is named.
    record UnsubscribeUserStatus(List<UserId> userIds) implements ClientRequest {
        public UnsubscribeUserStatus {
            userIds = List.copyOf(userIds);
        }
    }

    /// At most 100 characters; empty takes it back.
    record SetSelfStatus(String customStatus) implements ClientRequest {}

    /// `cmdId` 1 to 10; `data` is base64 (RFC 4648 section 4, padded) of at most 1024 bytes.
    record SendCustomCmd(int cmdId, String data, boolean reliable, boolean ordered) implements ClientRequest {}
}
