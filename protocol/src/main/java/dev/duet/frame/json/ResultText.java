// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.duet.frame.IceServer;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Result;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.RoomUser;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Each result as text, and the objects that results share with events.
final class ResultText {
    private ResultText() {}

    static void write(JsonGenerator json, Result result) throws IOException {
        json.writeStartObject();
        switch (result) {
            case Result.Nothing nothing -> {}
            case Result.LoggedIn loggedIn -> loggedIn(json, loggedIn);
            case Result.Invited(InviteId inviteId, Instant deadline) -> {
                json.writeStringField("inviteId", inviteId.text());
                json.writeNumberField("deadline", deadline.toEpochMilli());
            }
            case Result.Invitation(InvitationInfo invitation) -> invitation(json, invitation);
            case Result.Entered entered -> {
                json.writeStringField("sdp", entered.sdp());
                users(json, entered.users());
                json.writeNumberField("elapsed", entered.elapsed().toMillis());
            }
            case Result.IceRestarted(String sdp) -> json.writeStringField("sdp", sdp);
        }
        json.writeEndObject();
    }

    private static void loggedIn(JsonGenerator json, Result.LoggedIn loggedIn) throws IOException {
        json.writeStringField("loginId", loggedIn.loginId().text());
        json.writeNumberField("serverTime", loggedIn.serverTime().toEpochMilli());
        json.writeNumberField("heartbeat", loggedIn.heartbeat().toSeconds());
        json.writeArrayFieldStart("iceServers");
        for (IceServer server : loggedIn.iceServers()) {
            iceServer(json, server);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("pending");
        for (InvitationInfo invitation : loggedIn.pending()) {
            json.writeStartObject();
            invitation(json, invitation);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName("room");
        room(json, loggedIn.room());
    }

    private static void iceServer(JsonGenerator json, IceServer server) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("urls");
        for (String url : server.urls()) {
            json.writeString(url);
        }
        json.writeEndArray();
        given(json, "username", server.username());
        given(json, "credential", server.credential());
        json.writeEndObject();
    }

    private static void room(JsonGenerator json, @Nullable RoomInfo room) throws IOException {
        if (room == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        roomId(json, room.roomId());
        json.writeStringField("scene", Words.SCENE.word(room.scene()));
        users(json, room.users());
        json.writeEndObject();
    }

    static void roomId(JsonGenerator json, RoomId roomId) throws IOException {
        switch (roomId) {
            case RoomId.Numbered(long number) -> json.writeNumberField("roomId", number);
            case RoomId.Named(String name) -> json.writeStringField("strRoomId", name);
        }
    }

    private static void users(JsonGenerator json, List<RoomUser> users) throws IOException {
        json.writeArrayFieldStart("users");
        for (RoomUser user : users) {
            json.writeStartObject();
            json.writeStringField("userId", user.userId().text());
            flags(json, user.media());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void flags(JsonGenerator json, MediaFlags media) throws IOException {
        json.writeBooleanField("audio", media.audio());
        json.writeBooleanField("video", media.video());
        json.writeBooleanField("screen", media.screen());
    }

    static void invitation(JsonGenerator json, InvitationInfo invitation) throws IOException {
        json.writeStringField("inviteId", invitation.inviteId().text());
        json.writeStringField("inviter", invitation.inviter().text());
        userIds(json, invitation.inviteeList());
        json.writeStringField("groupId", "");
        json.writeStringField("data", invitation.data());
        json.writeNumberField("timeout", invitation.timeout().toSeconds());
        json.writeNumberField("createdAt", invitation.createdAt().toEpochMilli());
        json.writeNumberField("deadline", invitation.deadline().toEpochMilli());
        json.writeBooleanField("onlineUserOnly", invitation.onlineUserOnly());
        InvitationInfo.End end = invitation.end();
        json.writeStringField("state", end == null ? Words.RINGING : Words.ENDED);
        if (end != null) {
            json.writeStringField("outcome", Words.OUTCOME.word(end.outcome()));
            json.writeStringField("endedData", end.endedData());
        }
    }

    static void userIds(JsonGenerator json, List<UserId> inviteeList) throws IOException {
        json.writeArrayFieldStart("inviteeList");
        for (UserId invitee : inviteeList) {
            json.writeString(invitee.text());
        }
        json.writeEndArray();
    }

    /// The member, when there is something to say.
    static void given(JsonGenerator json, String member, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(member, text);
        }
    }
}
