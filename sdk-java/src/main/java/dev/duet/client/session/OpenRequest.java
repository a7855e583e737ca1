// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.frame.ClientRequest;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.json.FrameWriter;
import java.time.Duration;
import java.time.Instant;

/// A request without an answer yet. `sent`: on the current socket; `repeated`: on one before it.
record OpenRequest(long token, ClientRequest request, boolean sent, Instant giveUpAt, boolean repeated) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /// Leaving should reach the server even after a long gap: the other side waits for it.
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    static OpenRequest made(long token, ClientRequest request, boolean sent, Instant now) {
        return new OpenRequest(token, request, sent, now.plus(patience(request)), false);
    }

    private static Duration patience(ClientRequest request) {
        boolean leaves = request instanceof ClientRequest.ExitRoom
                || request instanceof ClientRequest.Cancel
                || request instanceof ClientRequest.Reject;
        return leaves ? FAREWELL : PATIENCE;
    }

    /// The same on the next socket.
    OpenRequest unsent() {
        return new OpenRequest(token, request, false, giveUpAt, repeated || sent);
    }

    OpenRequest sentNow() {
        return new OpenRequest(token, request, true, giveUpAt, repeated);
    }

    /// Readable in a trace.
    RequestId id() {
        return new RequestId.Text("r" + token);
    }

    String text() {
        return FrameWriter.write(new Request(id(), request));
    }

    /// Whether sending the request again on another socket does no harm. An invite is safe through the id the client
    /// made for it; entering a room again displaces the own first entry; the others say the same thing twice.
    static boolean isRepeatable(ClientRequest request) {
        return switch (request) {
            case ClientRequest.Invite invite -> invite.inviteId() != null;
            case ClientRequest.Cancel cancel -> true;
            case ClientRequest.Accept accept -> true;
            case ClientRequest.Reject reject -> true;
            case ClientRequest.ModifyInvitation modify -> true;
            case ClientRequest.GetInvitation get -> true;
            case ClientRequest.SetPushToken set -> true;
            case ClientRequest.EnterRoom enter -> true;
            case ClientRequest.WarmUp warm -> true;
            case ClientRequest.RestartIce restart -> true;
            case ClientRequest.SetMedia set -> true;
            case ClientRequest.SetReceive set -> true;
            case ClientRequest.HoldRoom hold -> true;
            case ClientRequest.ExitRoom exit -> true;
            case ClientRequest.GetUserStatus get -> true;
            case ClientRequest.SubscribeUserStatus subscribe -> true;
            case ClientRequest.UnsubscribeUserStatus unsubscribe -> true;
            case ClientRequest.SetSelfStatus set -> true;
            case ClientRequest.Login login -> false;
            case ClientRequest.Logout logout -> false;
            case ClientRequest.SendCustomCmd send -> false;
            case ClientRequest.StartSpeedTest start -> false;
            case ClientRequest.StopSpeedTest stop -> false;
        };
    }
}
