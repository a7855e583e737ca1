// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.frame.ClientRequest;
import dev.duet.frame.Result;
import dev.duet.frame.RoomInfo;
import java.time.Instant;
import java.util.List;

/// What a successful request of our own teaches.
final class Grasp {
    private Grasp() {}

    static void of(Knowledge knowledge, ClientRequest request, Result result, Instant now) {
        switch (request) {
            case ClientRequest.Invite invite -> invited(knowledge, invite, result, now);
            case ClientRequest.Accept accept -> knowledge.rememberEnd(accept.inviteId(), now);
            case ClientRequest.Reject reject -> knowledge.rememberEnd(reject.inviteId(), now);
            case ClientRequest.Cancel cancel -> knowledge.rememberEnd(cancel.inviteId(), now);
            case ClientRequest.ModifyInvitation modify -> knowledge.rememberData(modify.inviteId(), modify.data(), now);
            case ClientRequest.EnterRoom enter -> {
                if (result instanceof Result.Entered entered) {
                    knowledge.enter(new RoomInfo(enter.roomId(), enter.scene(), entered.users()));
                }
            }
            case ClientRequest.WarmUp warmUp -> knowledge.warmed(warmUp.roomId());
            case ClientRequest.HoldRoom hold -> knowledge.hold();
            case ClientRequest.Login login -> {}
            case ClientRequest.Logout logout -> {}
            case ClientRequest.SetPushToken set -> {}
            case ClientRequest.GetInvitation get -> {}
            case ClientRequest.RestartIce restart -> {}
            case ClientRequest.SetMedia set -> {}
            case ClientRequest.SetReceive set -> {}
            case ClientRequest.ExitRoom exit -> {}
            case ClientRequest.SendCustomCmd send -> {}
            case ClientRequest.StartSpeedTest start -> {}
            case ClientRequest.StopSpeedTest stop -> {}
            case ClientRequest.GetUserStatus get -> {}
            case ClientRequest.SubscribeUserStatus subscribe -> {}
            case ClientRequest.UnsubscribeUserStatus unsubscribe -> {}
            case ClientRequest.SetSelfStatus set -> {}
        }
    }

    /// Not necessarily the id that was asked for: two who call each other share one invitation.
    private static void invited(Knowledge knowledge, ClientRequest.Invite invite, Result result, Instant now) {
        if (result instanceof Result.Invited invited && knowledge.of(invited.inviteId()) == null) {
            knowledge.remember(invited.inviteId(), List.of(invite.invitee()), invite.data(), now);
        }
    }
}
