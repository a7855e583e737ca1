// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import dev.duet.frame.InvitationInfo;
import dev.duet.id.UserId;
import java.util.List;

/// One step of an invitation. `groupID` is always empty: Duet calls are one-to-one. `data` is of this step, `timeout`
/// in
/// seconds, `actionType` one of the numbers here.
public record SignalingInfo(
        String inviteID,
        String groupID,
        String inviter,
        List<String> inviteeList,
        String data,
        long timeout,
        int actionType,
        boolean isOnlineUserOnly) {
    public static final int UNKNOWN = 0;
    public static final int INVITE = 1;
    public static final int CANCEL_INVITE = 2;
    public static final int ACCEPT_INVITE = 3;
    public static final int REJECT_INVITE = 4;
    public static final int INVITE_TIMEOUT = 5;

    public SignalingInfo {
        inviteeList = List.copyOf(inviteeList);
    }

    /// An invitation that is known by its id only, as from a push.
    public static SignalingInfo of(String inviteID) {
        return new SignalingInfo(inviteID, "", "", List.of(), "", 0, UNKNOWN, false);
    }

    static SignalingInfo latestStepOf(InvitationInfo invitation) {
        InvitationInfo.End end = invitation.end();
        return new SignalingInfo(
                invitation.inviteId().text(),
                "",
                invitation.inviter().text(),
                invitation.inviteeList().stream().map(UserId::text).toList(),
                end == null ? invitation.data() : end.endedData(),
                invitation.timeout().toSeconds(),
                end == null ? INVITE : action(end.outcome()),
                invitation.onlineUserOnly());
    }

    private static int action(InvitationInfo.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> ACCEPT_INVITE;
            case REJECTED -> REJECT_INVITE;
            case CANCELLED -> CANCEL_INVITE;
            case TIMED_OUT -> INVITE_TIMEOUT;
        };
    }
}
