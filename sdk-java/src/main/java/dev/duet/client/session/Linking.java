// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.session.SessionState.Active;
import dev.duet.client.session.SessionState.Connecting;
import dev.duet.client.session.SessionState.Link;
import dev.duet.client.session.SessionState.Online;
import dev.duet.client.session.SessionState.Resuming;
import dev.duet.client.session.SessionState.SignedOut;
import dev.duet.client.session.SessionState.Underway;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.json.FrameWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/// The way to being online, and what follows when a part of it fails.
final class Linking {
    /// A socket that has not opened, or a login that has not been answered, by then has failed.
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// A ticket that expires again this soon after it was replaced is not worth asking for another.
    private static final Duration RENEWAL = Duration.ofMinutes(1);
    /// Refusals of a login that a later attempt may not meet: busy, running already, too fast, the server's own fault.
    private static final Set<Integer> PASSING = Set.of(
            Code.REQUEST_TIMEOUT, Code.IN_PROGRESS, Code.FREQUENCY_LIMIT, Code.TOO_MANY_FAILURES, Code.SERVER_FAULT);

    private Linking() {}

    /// The next thing to do on the way.
    static Underway approach(Underway state, Turn turn) {
        Desk desk = state.desk();
        Instant until = turn.now().plus(PATIENCE);
        if (desk.userSig == null) {
            turn.add(new SessionEffect.AskTicket());
            return state.on(new Link.Ticket(until));
        }
        desk.socket++;
        turn.add(new SessionEffect.Connect(desk.socket));
        return state.on(new Link.Opening(until));
    }

    static RequestId loginId(Desk desk) {
        return new RequestId.Text("login" + desk.socket);
    }

    static SessionState opened(Underway state, Turn turn) {
        Desk desk = state.desk();
        Identity identity = desk.identity;
        ClientRequest login = new ClientRequest.Login(
                identity.sdkAppId(),
                identity.userId(),
                Objects.requireNonNullElse(desk.userSig, ""),
                identity.device());
        turn.add(new SessionEffect.Send(desk.socket, FrameWriter.write(new Request(loginId(desk), login))));
        return state.on(new Link.LoggingIn(turn.now().plus(PATIENCE)));
    }

    /// One attempt came to nothing: wait, then try again, unless somebody waits for a first login that took too long.
    static SessionState failed(Underway state, Result<Void> why, Turn turn) {
        if (state instanceof Connecting connecting && !turn.now().isBefore(connecting.until())) {
            return signedOut(state, why, turn);
        }
        turn.add(new SessionEffect.CloseSocket(state.desk().socket));
        turn.add(new SessionEffect.AttemptFailed(why));
        Link wait = new Link.Waiting(turn.now().plus(Backoff.before(state.attempt(), turn.chance())));
        int attempt = state.attempt() + 1;
        return switch (state) {
            case Connecting it -> new Connecting(it.desk(), wait, attempt, it.until(), why);
            case Resuming it -> it.on(wait, attempt);
        };
    }

    /// Ends the session for good; `why` is what the app is told.
    static SignedOut signedOut(Active state, Result<Void> why, Turn turn) {
        turn.add(new SessionEffect.CloseSocket(state.desk().socket));
        turn.settleAll(state.desk(), Code.NOT_LOGGED_IN, "You are signed out.");
        if (state instanceof Connecting) {
            turn.add(new SessionEffect.SignedIn(why.bare()));
        }
        return new SignedOut(why, null);
    }

    /// The socket is gone or silent: what may be repeated waits for the next one, the rest has failed.
    static Resuming lose(Online state, Turn turn) {
        Desk desk = state.desk();
        turn.add(new SessionEffect.CloseSocket(desk.socket));
        desk.waiting.removeIf(open -> {
            boolean fails = !OpenRequest.isRepeatable(open.request());
            if (fails) {
                turn.settle(
                        open, Result.refused(Code.DISCONNECTED, "The connection broke before the server answered."));
            }
            return fails;
        });
        desk.waiting.replaceAll(OpenRequest::unsent);
        return new Resuming(desk, new Link.Waiting(turn.now().plus(Backoff.before(0, turn.chance()))), 1);
    }

    /// Nobody has a better ticket: the app has to know.
    static SignedOut expired(Active state, Result<Void> why, Turn turn) {
        signedOut(state, why, turn);
        turn.tell(new ServerEvent.UserSigExpired());
        return new SignedOut(why, state.desk().knowledge);
    }

    /// Asks for a new ticket, unless that was tried a moment ago or nobody can be asked.
    static SessionState renew(Active state, Result<Void> why, Turn turn) {
        Desk desk = state.desk();
        boolean tried = desk.renewedAt != null && turn.now().isBefore(desk.renewedAt.plus(RENEWAL));
        if (!desk.renewable || tried) {
            return expired(state, why, turn);
        }
        Underway underway = switch (state) {
            case Online online -> lose(online, turn);
            case Underway it -> {
                turn.add(new SessionEffect.CloseSocket(desk.socket));
                yield it;
            }
        };
        desk.userSig = null;
        desk.renewedAt = turn.now();
        return approach(underway, turn);
    }

    static SessionState loginRefused(Underway state, Result<Void> why, Turn turn) {
        if (why.code() == Code.USER_SIG_EXPIRED || why.code() == Code.USER_SIG_EXPIRED_HERE) {
            return renew(state, why, turn);
        }
        return PASSING.contains(why.code()) ? failed(state, why, turn) : signedOut(state, why, turn);
    }
}
