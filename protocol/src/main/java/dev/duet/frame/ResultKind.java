// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

/// Which [Result] answers a request; an answer names its request by id only, so its reader must remember this.
public enum ResultKind {
    NOTHING,
    LOGGED_IN,
    INVITED,
    INVITATION,
    ENTERED,
    ICE_RESTARTED;

    /// The kind of the result that answers the request.
    public static ResultKind of(ClientRequest request) {
        return switch (request) {
            case ClientRequest.Login login -> LOGGED_IN;
            case ClientRequest.Invite invite -> INVITED;
            case ClientRequest.GetInvitation get -> INVITATION;
            case ClientRequest.EnterRoom enter -> ENTERED;
            case ClientRequest.RestartIce restart -> ICE_RESTARTED;
            case ClientRequest.Logout logout -> NOTHING;
            case ClientRequest.SetPushToken set -> NOTHING;
            case ClientRequest.Cancel cancel -> NOTHING;
            case ClientRequest.Accept accept -> NOTHING;
            case ClientRequest.Reject reject -> NOTHING;
            case ClientRequest.ModifyInvitation modify -> NOTHING;
            case ClientRequest.SetMedia set -> NOTHING;
            case ClientRequest.ExitRoom exit -> NOTHING;
            case ClientRequest.SendCustomCmd send -> NOTHING;
        };
    }
}
