// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.part;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.json.member.Words;
import java.io.IOException;

/// An invitation, as text.
public final class InvitationText {
    private InvitationText() {}

    public static void write(JsonGenerator json, InvitationInfo invitation) throws IOException {
        json.writeStringField("inviteId", invitation.inviteId().text());
        json.writeStringField("inviter", invitation.inviter().text());
        MemberText.userIds(json, "inviteeList", invitation.inviteeList());
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
}
