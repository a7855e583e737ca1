// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.duet.frame.IceServer;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.Result;
import dev.duet.frame.UserStatus;
import dev.duet.frame.json.part.InvitationText;
import dev.duet.frame.json.part.MemberText;
import dev.duet.frame.json.part.RoomText;
import dev.duet.frame.json.part.StatusText;
import dev.duet.id.InviteId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

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
            case Result.Invitation(InvitationInfo invitation) -> InvitationText.write(json, invitation);
            case Result.Entered entered -> {
                json.writeStringField("sdp", entered.sdp());
                RoomText.users(json, entered.users());
                json.writeNumberField("elapsed", entered.elapsed().toMillis());
                MemberText.given(json, "together", entered.together());
            }
            case Result.Exited(var at) -> MemberText.given(json, "at", at);
            case Result.Answered(String sdp) -> json.writeStringField("sdp", sdp);
            case Result.Statuses(List<UserStatus> statuses) -> StatusText.statuses(json, statuses);
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
            InvitationText.write(json, invitation);
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
        MemberText.given(json, "username", server.username());
        MemberText.given(json, "credential", server.credential());
        json.writeEndObject();
    }
}
