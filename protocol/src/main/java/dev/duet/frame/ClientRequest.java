// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.id.AppId;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a client can ask for. `data` is opaque text of at most 12288 bytes in UTF-8.
public sealed interface ClientRequest {

    record Login(AppId sdkAppId, UserId userId, String userSig, Device device) implements ClientRequest {}

    record Logout() implements ClientRequest {}

    record SetPushToken(String vendor, String token, String businessId) implements ClientRequest {}

    /// `timeout` zero means that the invitation never times out; `inviteId` is given by clients that retry across
    /// sockets.
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

    /// `sdp` is an offer; `userSig` and `privateMapKey` are checked when present.
    record EnterRoom(
            RoomId roomId,
            Scene scene,
            String sdp,
            @Nullable String userSig,
            @Nullable String privateMapKey) implements ClientRequest {}

    /// `sdp` is an offer with a new ufrag and password.
    record RestartIce(String sdp) implements ClientRequest {}

    record SetMedia(MediaFlags media) implements ClientRequest {}

    record ExitRoom() implements ClientRequest {}

    /// `cmdId` 1 to 10; `data` is base64 of at most 1024 bytes.
    record SendCustomCmd(int cmdId, String data, boolean reliable, boolean ordered) implements ClientRequest {}
}
