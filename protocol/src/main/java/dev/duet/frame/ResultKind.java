// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

/// Which [Result] answers a request; an answer names its request by id only, so its reader must remember this.
public enum ResultKind {
    NOTHING,
    LOGGED_IN,
    INVITED,
    INVITATION,
    ENTERED,
    EXITED,
    ANSWERED,
    STATUSES;

    /// The kind of the result that answers the request.
    public static ResultKind of(ClientRequest request) {
        return switch (request) {
            case ClientRequest.Login login -> LOGGED_IN;
            case ClientRequest.Invite invite -> INVITED;
            case ClientRequest.GetInvitation get -> INVITATION;
            case ClientRequest.EnterRoom enter -> ENTERED;
            case ClientRequest.WarmUp warmUp -> ANSWERED;
            case ClientRequest.RestartIce restart -> ANSWERED;
            case ClientRequest.StartSpeedTest start -> ANSWERED;
            case ClientRequest.GetUserStatus get -> STATUSES;
            case ClientRequest.Logout logout -> NOTHING;
            case ClientRequest.SetPushToken set -> NOTHING;
            case ClientRequest.Cancel cancel -> NOTHING;
            case ClientRequest.Accept accept -> NOTHING;
            case ClientRequest.Reject reject -> NOTHING;
            case ClientRequest.ModifyInvitation modify -> NOTHING;
            case ClientRequest.SetMedia set -> NOTHING;
            case ClientRequest.SetReceive set -> NOTHING;
            case ClientRequest.HoldRoom hold -> NOTHING;
            case ClientRequest.ExitRoom exit -> EXITED;
            case ClientRequest.StopSpeedTest stop -> NOTHING;
            case ClientRequest.SubscribeUserStatus subscribe -> NOTHING;
            case ClientRequest.UnsubscribeUserStatus unsubscribe -> NOTHING;
            case ClientRequest.SetSelfStatus set -> NOTHING;
            case ClientRequest.SendCustomCmd send -> NOTHING;
        };
    }
}
