// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.session.SessionState.Online;
import dev.duet.client.session.SessionState.Underway;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.Ack;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result.LoggedIn;
import dev.duet.frame.ResultKind;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerFrame;
import dev.duet.frame.json.FrameReader;
import dev.duet.frame.json.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a frame of the server means to a session. No text makes it throw.
final class Listening {
    private Listening() {}

    static SessionState online(Online state, String text, Turn turn) {
        Reading<ServerFrame> reading = FrameReader.fromServer(text, id -> Optional.of(kind(state.desk(), id)));
        return switch (reading) {
            case Reading.Understood<ServerFrame>(ServerFrame frame) -> understood(state.heard(turn.now()), frame, turn);
            case Reading.Broken<ServerFrame>(var id, Refusal refusal) -> broken(state, id, refusal, turn);
        };
    }

    private static SessionState understood(Online state, ServerFrame frame, Turn turn) {
        switch (frame) {
            case ServerFrame.Told(ServerEvent event) -> {
                return Conversation.notified(state, event, turn);
            }
            case ServerFrame.Answer(Ack.Done(RequestId id, var result)) ->
                Conversation.answered(state, id, result, turn);
            case ServerFrame.Answer(Ack.Refused(var id, Refusal(var code, String message))) ->
                refused(state, id, code.number(), message, turn);
            case ServerFrame.Unlisted(var id, int code, String message) -> refused(state, id, code, message, turn);
        }
        return state;
    }

    private static void refused(Online state, @Nullable RequestId id, int code, String message, Turn turn) {
        if (id == null) {
            turn.add(new SessionEffect.Garbage(message));
        } else {
            Conversation.refused(state, id, code, message, turn);
        }
    }

    /// A notification of a newer server is nobody's fault; an answer that cannot be read answers its request.
    private static SessionState broken(Online state, @Nullable RequestId id, Refusal refusal, Turn turn) {
        if (refusal.code() == ErrorCode.NO_SUCH_METHOD) {
            return state.heard(turn.now());
        }
        turn.add(new SessionEffect.Garbage(refusal.message()));
        if (id == null) {
            return state;
        }
        Conversation.refused(state, id, Code.BAD_ANSWER, unreadable(refusal), turn);
        return state.heard(turn.now());
    }

    private static String unreadable(Refusal refusal) {
        return "The server's answer cannot be read: " + refusal.message();
    }

    /// A late answer, or one to a probe, is of no kind that matters.
    private static ResultKind kind(Desk desk, RequestId id) {
        for (OpenRequest open : desk.waiting) {
            if (open.id().equals(id)) {
                return ResultKind.of(open.request());
            }
        }
        return ResultKind.NOTHING;
    }

    /// A frame while the login is under way: only its answer matters.
    static SessionState loggingIn(Underway state, String text, Turn turn) {
        RequestId mine = Linking.loginId(state.desk());
        Reading<ServerFrame> reading = FrameReader.fromServer(
                text, id -> Optional.of(id.equals(mine) ? ResultKind.LOGGED_IN : ResultKind.NOTHING));
        return switch (reading) {
            case Reading.Understood<ServerFrame>(ServerFrame frame) -> loginAnswered(state, mine, frame, turn);
            case Reading.Broken<ServerFrame>(var id, Refusal refusal) -> {
                if (refusal.code() == ErrorCode.NO_SUCH_METHOD) {
                    yield state;
                }
                turn.add(new SessionEffect.Garbage(refusal.message()));
                Result<Void> why = Result.refused(Code.BAD_ANSWER, unreadable(refusal));
                yield mine.equals(id) ? Linking.failed(state, why, turn) : state;
            }
        };
    }

    private static SessionState loginAnswered(Underway state, RequestId mine, ServerFrame frame, Turn turn) {
        return switch (frame) {
            case ServerFrame.Answer(Ack.Done(RequestId id, LoggedIn login)) -> Arrival.of(state, login, turn);
            case ServerFrame.Answer(Ack.Refused(var id, Refusal(var code, String message)))
            when mine.equals(id) -> Linking.loginRefused(state, Result.refused(code.number(), message), turn);
            case ServerFrame.Unlisted(var id, int code, String message)
            when mine.equals(id) -> Linking.loginRefused(state, Result.refused(code, message), turn);
            case ServerFrame.Answer other -> state;
            case ServerFrame.Unlisted other -> state;
            case ServerFrame.Told told -> state;
        };
    }
}
