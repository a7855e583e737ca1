// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.LocalQuality;
import dev.duet.frame.ServerEvent.RemoteQuality;
import dev.duet.frame.json.member.Words;
import dev.duet.frame.json.part.InvitationText;
import dev.duet.frame.json.part.MemberText;
import dev.duet.frame.json.part.RoomText;
import dev.duet.frame.json.part.StatusText;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.io.IOException;

/// The method and the params of each notification, as text.
final class EventText {
    private EventText() {}

    static String method(ServerEvent event) {
        return switch (event) {
            case ServerEvent.KickedOffline kicked -> "kickedOffline";
            case ServerEvent.UserSigExpired expired -> "userSigExpired";
            case ServerEvent.NewInvitation invitation -> "newInvitation";
            case ServerEvent.InvitationDelivered delivered -> "invitationDelivered";
            case ServerEvent.InviteeAccepted accepted -> "inviteeAccepted";
            case ServerEvent.InviteeRejected rejected -> "inviteeRejected";
            case ServerEvent.InvitationCancelled cancelled -> "invitationCancelled";
            case ServerEvent.InvitationTimeout timeout -> "invitationTimeout";
            case ServerEvent.InvitationModified modified -> "invitationModified";
            case ServerEvent.RoomEntered entered -> "roomEntered";
            case ServerEvent.InHeldRoom(var room, var news) -> method(news);
            case ServerEvent.UserEntered entered -> "userEntered";
            case ServerEvent.UserLeft left -> "userLeft";
            case ServerEvent.UserHeld held -> "userHeld";
            case ServerEvent.MediaChanged changed -> "mediaChanged";
            case ServerEvent.NetworkQuality quality -> "networkQuality";
            case ServerEvent.RoomExited exited -> "roomExited";
            case ServerEvent.CustomCmd command -> "customCmd";
            case ServerEvent.UserStatusChanged changed -> "userStatusChanged";
        };
    }

    static void params(JsonGenerator json, ServerEvent event) throws IOException {
        switch (event) {
            case ServerEvent.KickedOffline(var reason) ->
                json.writeStringField("reason", Words.KICK_REASON.word(reason));
            case ServerEvent.UserSigExpired expired -> {}
            case ServerEvent.NewInvitation(var invitation) -> InvitationText.write(json, invitation);
            case ServerEvent.InvitationDelivered delivered -> delivered(json, delivered);
            case ServerEvent.InviteeAccepted(var id, var invitee, var data, var device) ->
                answer(json, id, invitee, data, device);
            case ServerEvent.InviteeRejected(var id, var invitee, var data, var device) ->
                answer(json, id, invitee, data, device);
            case ServerEvent.InvitationCancelled(var id, var inviter, var data) -> {
                json.writeStringField("inviteId", id.text());
                json.writeStringField("inviter", inviter.text());
                json.writeStringField("data", data);
            }
            case ServerEvent.InvitationTimeout(var id, var inviteeList) -> {
                json.writeStringField("inviteId", id.text());
                MemberText.userIds(json, "inviteeList", inviteeList);
            }
            case ServerEvent.InvitationModified(var id, var data) -> {
                json.writeStringField("inviteId", id.text());
                json.writeStringField("data", data);
            }
            case ServerEvent.RoomEntered(var room, var scene, var users, var elapsed, var together) -> {
                RoomText.id(json, room);
                json.writeStringField("scene", Words.SCENE.word(scene));
                RoomText.users(json, users);
                json.writeNumberField("elapsed", elapsed.toMillis());
                MemberText.given(json, "together", together);
            }
            case ServerEvent.InHeldRoom(var room, var news) -> {
                RoomText.id(json, room);
                params(json, news);
            }
            case ServerEvent.UserEntered(var userId, var together) -> {
                json.writeStringField("userId", userId.text());
                MemberText.given(json, "together", together);
            }
            case ServerEvent.UserLeft(var userId, var reason, var at) -> {
                json.writeStringField("userId", userId.text());
                json.writeNumberField("reason", reason.number());
                MemberText.given(json, "at", at);
            }
            case ServerEvent.UserHeld(var userId, var held) -> {
                json.writeStringField("userId", userId.text());
                json.writeBooleanField("held", held);
            }
            case ServerEvent.MediaChanged(var userId, var media) -> {
                json.writeStringField("userId", userId.text());
                RoomText.flags(json, media);
            }
            case ServerEvent.NetworkQuality quality -> networkQuality(json, quality);
            case ServerEvent.RoomExited(var reason) -> json.writeNumberField("reason", reason.number());
            case ServerEvent.CustomCmd command -> customCmd(json, command);
            case ServerEvent.UserStatusChanged(var statuses) -> StatusText.statuses(json, statuses);
        }
    }

    private static void delivered(JsonGenerator json, ServerEvent.InvitationDelivered delivered) throws IOException {
        json.writeStringField("inviteId", delivered.inviteId().text());
        json.writeStringField("invitee", delivered.invitee().text());
        json.writeStringField("device", delivered.device().text());
        json.writeStringField("via", Words.VIA.word(delivered.via()));
        json.writeStringField("status", delivered.status());
    }

    private static void answer(JsonGenerator json, InviteId inviteId, UserId invitee, String data, DeviceId device)
            throws IOException {
        json.writeStringField("inviteId", inviteId.text());
        json.writeStringField("invitee", invitee.text());
        json.writeStringField("data", data);
        json.writeStringField("device", device.text());
    }

    private static void networkQuality(JsonGenerator json, ServerEvent.NetworkQuality quality) throws IOException {
        LocalQuality local = quality.local();
        json.writeObjectFieldStart("local");
        json.writeStringField("userId", "");
        json.writeNumberField("quality", local.quality());
        json.writeNumberField("rtt", local.rtt().toMillis());
        percent(json, "upLoss", local.upLossPercent());
        json.writeNumberField("jitter", local.jitter().toMillis());
        json.writeEndObject();
        json.writeArrayFieldStart("remote");
        for (RemoteQuality remote : quality.remote()) {
            json.writeStartObject();
            json.writeStringField("userId", remote.userId().text());
            json.writeNumberField("quality", remote.quality());
            percent(json, "downLoss", remote.downLossPercent());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// A number from 0 to 100 whatever was measured; whole numbers without a fraction, as other languages write them.
    private static void percent(JsonGenerator json, String member, double percent) throws IOException {
        double legal = Double.isNaN(percent) ? 0 : Math.max(0.0, Math.min(100.0, percent));
        if (legal == Math.rint(legal)) {
            json.writeNumberField(member, (long) legal);
        } else {
            json.writeNumberField(member, legal);
        }
    }

    private static void customCmd(JsonGenerator json, ServerEvent.CustomCmd command) throws IOException {
        json.writeStringField("userId", command.userId().text());
        json.writeNumberField("cmdId", command.cmdId());
        json.writeNumberField("seq", command.seq());
        json.writeStringField("data", command.data());
    }
}
