// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Device;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.json.member.Words;
import dev.duet.frame.json.part.MemberText;
import dev.duet.frame.json.part.RoomText;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import java.io.IOException;

/// The method and the params of each request, as text.
final class RequestText {
    private RequestText() {}

    static String method(ClientRequest request) {
        return switch (request) {
            case ClientRequest.Login login -> "login";
            case ClientRequest.Logout logout -> "logout";
            case ClientRequest.SetPushToken set -> "setPushToken";
            case ClientRequest.Invite invite -> "invite";
            case ClientRequest.Cancel cancel -> "cancel";
            case ClientRequest.Accept accept -> "accept";
            case ClientRequest.Reject reject -> "reject";
            case ClientRequest.ModifyInvitation modify -> "modifyInvitation";
            case ClientRequest.GetInvitation get -> "getInvitation";
            case ClientRequest.WarmUp warmUp -> "warmUp";
            case ClientRequest.EnterRoom enter -> "enterRoom";
            case ClientRequest.RestartIce restart -> "restartIce";
            case ClientRequest.SetMedia set -> "setMedia";
            case ClientRequest.SetReceive set -> "setReceive";
            case ClientRequest.HoldRoom hold -> "holdRoom";
            case ClientRequest.ExitRoom exit -> "exitRoom";
            case ClientRequest.SendCustomCmd send -> "sendCustomCmd";
            case ClientRequest.StartSpeedTest start -> "startSpeedTest";
            case ClientRequest.StopSpeedTest stop -> "stopSpeedTest";
            case ClientRequest.GetUserStatus get -> "getUserStatus";
            case ClientRequest.SubscribeUserStatus subscribe -> "subscribeUserStatus";
            case ClientRequest.UnsubscribeUserStatus unsubscribe -> "unsubscribeUserStatus";
            case ClientRequest.SetSelfStatus set -> "setSelfStatus";
        };
    }

    static void params(JsonGenerator json, ClientRequest request) throws IOException {
        switch (request) {
            case ClientRequest.Login login -> login(json, login);
            case ClientRequest.Logout logout -> {}
            case ClientRequest.SetPushToken set -> setPushToken(json, set);
            case ClientRequest.Invite invite -> invite(json, invite);
            case ClientRequest.Cancel(InviteId id, String data) -> step(json, id, data);
            case ClientRequest.Accept(InviteId id, String data) -> step(json, id, data);
            case ClientRequest.Reject(InviteId id, String data) -> step(json, id, data);
            case ClientRequest.ModifyInvitation(InviteId id, String data) -> step(json, id, data);
            case ClientRequest.GetInvitation(InviteId id) -> json.writeStringField("inviteId", id.text());
            case ClientRequest.WarmUp warmUp -> warmUp(json, warmUp);
            case ClientRequest.EnterRoom enter -> enterRoom(json, enter);
            case ClientRequest.RestartIce(String sdp) -> json.writeStringField("sdp", sdp);
            case ClientRequest.SetMedia(MediaFlags media) -> RoomText.flags(json, media);
            case ClientRequest.SetReceive(ReceiveWish wish) -> RoomText.wish(json, wish);
            case ClientRequest.HoldRoom hold -> {}
            case ClientRequest.ExitRoom(RoomId room) -> {
                if (room != null) {
                    RoomText.id(json, room);
                }
            }
            case ClientRequest.SendCustomCmd send -> sendCustomCmd(json, send);
            case ClientRequest.StartSpeedTest(String sdp) -> json.writeStringField("sdp", sdp);
            case ClientRequest.StopSpeedTest stop -> {}
            case ClientRequest.GetUserStatus(var userIds) -> MemberText.userIds(json, "userIds", userIds);
            case ClientRequest.SubscribeUserStatus(var userIds) -> MemberText.userIds(json, "userIds", userIds);
            case ClientRequest.UnsubscribeUserStatus(var userIds) -> MemberText.userIds(json, "userIds", userIds);
            case ClientRequest.SetSelfStatus(String status) -> json.writeStringField("customStatus", status);
        }
    }

    private static void login(JsonGenerator json, ClientRequest.Login login) throws IOException {
        json.writeNumberField("sdkAppId", login.sdkAppId().value());
        json.writeStringField("userId", login.userId().text());
        json.writeStringField("userSig", login.userSig());
        Device device = login.device();
        json.writeObjectFieldStart("device");
        json.writeStringField("id", device.id().text());
        json.writeStringField("platform", Words.PLATFORM.word(device.platform()));
        json.writeStringField("name", device.name());
        json.writeEndObject();
    }

    private static void setPushToken(JsonGenerator json, ClientRequest.SetPushToken set) throws IOException {
        json.writeStringField("vendor", set.vendor());
        json.writeStringField("token", set.token());
        json.writeStringField("businessId", set.businessId());
    }

    private static void invite(JsonGenerator json, ClientRequest.Invite invite) throws IOException {
        json.writeStringField("invitee", invite.invitee().text());
        json.writeStringField("data", invite.data());
        json.writeNumberField("timeout", invite.timeout().toSeconds());
        json.writeBooleanField("onlineUserOnly", invite.onlineUserOnly());
        if (invite.offlinePushInfo() != null) {
            json.writeFieldName("offlinePushInfo");
            json.writeRawValue(invite.offlinePushInfo().json());
        }
        if (invite.inviteId() != null) {
            json.writeStringField("inviteId", invite.inviteId().text());
        }
    }

    private static void step(JsonGenerator json, InviteId inviteId, String data) throws IOException {
        json.writeStringField("inviteId", inviteId.text());
        json.writeStringField("data", data);
    }

    private static void warmUp(JsonGenerator json, ClientRequest.WarmUp warmUp) throws IOException {
        json.writeStringField("inviteId", warmUp.inviteId().text());
        RoomText.id(json, warmUp.roomId());
        json.writeStringField("scene", Words.SCENE.word(warmUp.scene()));
        json.writeStringField("sdp", warmUp.sdp());
        RoomText.media(json, warmUp.media());
        MemberText.given(json, "userSig", warmUp.userSig());
        MemberText.given(json, "privateMapKey", warmUp.privateMapKey());
    }

    private static void enterRoom(JsonGenerator json, ClientRequest.EnterRoom enter) throws IOException {
        RoomText.id(json, enter.roomId());
        json.writeStringField("scene", Words.SCENE.word(enter.scene()));
        json.writeStringField("sdp", enter.sdp());
        RoomText.media(json, enter.media());
        MemberText.given(json, "userSig", enter.userSig());
        MemberText.given(json, "privateMapKey", enter.privateMapKey());
    }

    private static void sendCustomCmd(JsonGenerator json, ClientRequest.SendCustomCmd send) throws IOException {
        json.writeNumberField("cmdId", send.cmdId());
        json.writeStringField("data", send.data());
        json.writeBooleanField("reliable", send.reliable());
        json.writeBooleanField("ordered", send.ordered());
    }
}
