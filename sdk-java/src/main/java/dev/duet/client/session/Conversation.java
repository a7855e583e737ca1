// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.session.SessionState.Active;
import dev.duet.client.session.SessionState.Kicked;
import dev.duet.client.session.SessionState.Online;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.frame.json.FrameWriter;
import dev.duet.id.InviteId;
import java.time.Duration;
import java.util.Optional;

/// What is said while online: requests and their answers, notifications, and the question whether anybody is there.
final class Conversation {
    /// An answer, or anything else, has to be heard this long after a request, or the socket is dead.
    private static final Duration ANSWER = Duration.ofSeconds(8);
    /// A sign of life asked for after silence has to come by then.
    private static final Duration PROBE = Duration.ofSeconds(5);
    /// The same when the network changed: somebody is probably waiting.
    private static final Duration NUDGE = Duration.ofMillis(2500);
    /// A request every server answers, with a refusal, and that changes nothing.
    private static final ClientRequest NOBODYS =
            new ClientRequest.GetInvitation(new InviteId("00000000-0000-4000-8000-000000000000"));

    private Conversation() {}

    static Online ask(Online state, long token, ClientRequest request, Turn turn) {
        Desk desk = state.desk();
        OpenRequest open = OpenRequest.made(token, request, true, turn.now());
        desk.waiting.add(open);
        forgetRoom(desk, request);
        turn.add(new SessionEffect.Send(desk.socket, open.text()));
        return state.probed(turn.now().plus(ANSWER));
    }

    /// Who leaves a room does not wait for the answer to know that.
    static void forgetRoom(Desk desk, ClientRequest request) {
        if (request instanceof ClientRequest.ExitRoom exit) {
            desk.knowledge.leave(exit.roomId());
        }
    }

    static Online nudged(Online state, Turn turn) {
        return probe(state, NUDGE, turn);
    }

    private static Online probe(Online state, Duration patience, Turn turn) {
        int socket = state.desk().socket;
        Request request = new Request(new RequestId.Text("probe" + socket), NOBODYS);
        turn.add(new SessionEffect.Send(socket, FrameWriter.write(request)));
        return state.probed(turn.now().plus(patience));
    }

    static SessionState woken(Online state, Turn turn) {
        if (turn.now().isBefore(state.deadline())) {
            return state;
        }
        return state.probeUntil() == null ? probe(state, PROBE, turn) : Linking.lose(state, turn);
    }

    static void answered(Online state, RequestId id, dev.duet.frame.Result result, Turn turn) {
        take(state, id).ifPresent(open -> {
            Grasp.of(state.desk().knowledge, open.request(), result, turn.now());
            turn.settle(open, Result.done(result));
        });
    }

    /// Leaving a room one is not in any more has succeeded.
    static void refused(Online state, RequestId id, int code, String message, Turn turn) {
        take(state, id).ifPresent(open -> {
            boolean left = open.request() instanceof ClientRequest.ExitRoom && code == Code.ROOM_NOT_FOUND;
            turn.settle(open, left ? Result.done(new dev.duet.frame.Result.Nothing()) : Result.refused(code, message));
        });
    }

    private static Optional<OpenRequest> take(Online state, RequestId id) {
        var waiting = state.desk().waiting;
        Optional<OpenRequest> open =
                waiting.stream().filter(each -> each.id().equals(id)).findFirst();
        open.ifPresent(waiting::remove);
        return open;
    }

    static SessionState notified(Online state, ServerEvent event, Turn turn) {
        Result<Void> expired = Result.refused(Code.USER_SIG_EXPIRED, "The UserSig has expired.");
        return switch (event) {
            case ServerEvent.UserSigExpired it -> Linking.renew(state, expired, turn);
            case ServerEvent.KickedOffline(KickReason reason) ->
                reason == KickReason.USER_SIG_EXPIRED
                        ? Linking.renew(state, expired, turn)
                        : kicked(state, reason, turn);
            default -> {
                tell(state, event, turn);
                yield state;
            }
        };
    }

    /// Passes on what is news.
    static void tell(Online state, ServerEvent event, Turn turn) {
        if (Learning.isNews(state.desk().knowledge, event, turn.now())) {
            turn.tell(event);
        }
    }

    static Kicked kicked(Active state, KickReason reason, Turn turn) {
        turn.add(new SessionEffect.CloseSocket(state.desk().socket));
        turn.settleAll(state.desk(), Code.NOT_LOGGED_IN, "You were signed in elsewhere.");
        turn.tell(new ServerEvent.KickedOffline(reason));
        return new Kicked(reason);
    }
}
