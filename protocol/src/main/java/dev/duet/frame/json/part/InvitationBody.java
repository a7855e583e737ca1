// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.part;

import dev.duet.frame.InvitationInfo;
import dev.duet.frame.InvitationInfo.Outcome;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import dev.duet.frame.json.member.Words;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The invitation object of `newInvitation`, `getInvitation` and the `pending` list.
public final class InvitationBody {
    private InvitationBody() {}

    public static InvitationInfo read(Members members) throws IOException, Flaw {
        InviteId inviteId = null;
        UserId inviter = null;
        List<UserId> inviteeList = null;
        String data = "";
        Duration timeout = null;
        Instant createdAt = null;
        Instant deadline = null;
        boolean onlineUserOnly = false;
        String state = null;
        Outcome outcome = null;
        String endedData = "";
        while (members.next()) {
            switch (members.name()) {
                case "inviteId" -> inviteId = members.inviteId();
                case "inviter" -> inviter = members.userId();
                case "inviteeList" -> inviteeList = members.list(Members::userId);
                case "data" -> data = members.data();
                case "timeout" -> timeout = members.seconds(0, Members.MAX_TIMEOUT_SECONDS);
                case "createdAt" -> createdAt = members.unixMillis();
                case "deadline" -> deadline = members.unixMillis();
                case "onlineUserOnly" -> onlineUserOnly = members.flag();
                case "state" -> state = members.text(1, 64);
                case "outcome" -> outcome = members.word(Words.OUTCOME);
                case "endedData" -> endedData = members.data();
                default -> members.skip();
            }
        }
        boolean hasEnded = members.required("state", state).equals(Words.ENDED);
        return new InvitationInfo(
                members.required("inviteId", inviteId),
                members.required("inviter", inviter),
                members.required("inviteeList", inviteeList),
                data,
                members.required("timeout", timeout),
                members.required("createdAt", createdAt),
                members.required("deadline", deadline),
                onlineUserOnly,
                hasEnded ? new InvitationInfo.End(members.required("outcome", outcome), endedData) : null);
    }
}
