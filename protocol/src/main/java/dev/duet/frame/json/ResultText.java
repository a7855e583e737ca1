// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.duet.frame.IceServer;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.Result;
import dev.duet.frame.UserStatus;
import dev.duet.id.InviteId;
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
                RoomText.users(json, entered.users());
                json.writeNumberField("elapsed", entered.elapsed().toMillis());
            }
            case Result.Answered(String sdp) -> json.writeStringField("sdp", sdp);
            case Result.Statuses(List<UserStatus> statuses) -> statuses(json, statuses);
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
        RoomText.info(json, loggedIn.room());
        json.writeFieldName("held");
        RoomText.info(json, loggedIn.held());
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

    static void invitation(JsonGenerator json, InvitationInfo invitation) throws IOException {
        json.writeStringField("inviteId", invitation.inviteId().text());
        json.writeStringField("inviter", invitation.inviter().text());
        userIds(json, "inviteeList", invitation.inviteeList());
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

    static void userIds(JsonGenerator json, String member, List<UserId> userIds) throws IOException {
        json.writeArrayFieldStart(member);
        for (UserId userId : userIds) {
            json.writeString(userId.text());
        }
        json.writeEndArray();
    }

    static void statuses(JsonGenerator json, List<UserStatus> statuses) throws IOException {
        json.writeArrayFieldStart("statuses");
        for (UserStatus status : statuses) {
            json.writeStartObject();
            json.writeStringField("userId", status.userId().text());
            json.writeNumberField("status", status.presence().number());
            json.writeStringField("customStatus", status.customStatus());
            json.writeEndObject();
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
