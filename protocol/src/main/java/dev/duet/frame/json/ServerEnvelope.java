// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.Ack;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ResultKind;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerFrame;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The envelope of a notification (JSON-RPC 2.0 section 4.1) or a response (section 5).
final class ServerEnvelope implements FrameReader.Envelope<ServerFrame> {
    private final Function<RequestId, Optional<ResultKind>> asked;
    private boolean isStepped;
    private @Nullable RequestId id;
    private @Nullable String method;
    private @Nullable ServerEvent event;
    private @Nullable Result result;
    private @Nullable ErrorBody error;
    private @Nullable Refusal flaw;

    ServerEnvelope(Function<RequestId, Optional<ResultKind>> asked) {
        this.asked = asked;
    }

    @Override
    public void member(Members members) throws IOException, Flaw {
        switch (members.name()) {
            case "jsonrpc" -> members.version();
            case "id" -> id = members.requestId();
            case "method" -> method = members.text(1, 64);
            case "params" -> params(members);
            case "result" -> result(members);
            case "error" -> error = ErrorBody.read(members.object());
            default -> throw members.stranger();
        }
    }

    private void params(Members members) throws IOException, Flaw {
        if (method == null) {
            isStepped = true;
            members.skip();
        } else {
            event = EventBody.read(method, members.params());
        }
    }

    private void result(Members members) throws IOException, Flaw {
        if (id == null) {
            isStepped = true;
            members.skip();
        } else {
            ResultKind kind = asked.apply(id)
                    .orElseThrow(() -> new Flaw(ErrorCode.NOT_A_REQUEST, "The answer's `id` is of no open request."));
            result = ResultBody.read(kind, members.object());
        }
    }

    @Override
    public void flaw(Flaw found) {
        flaw = flaw == null ? found.refusal() : flaw;
    }

    @Override
    public boolean wantsAnotherWalk() {
        return isStepped && flaw == null && (method != null || id != null);
    }

    @Override
    public Reading<ServerFrame> reading() {
        if (flaw != null) {
            return new Reading.Broken<>(id, flaw);
        }
        if (event != null && id == null) {
            return new Reading.Understood<>(new ServerFrame.Told(event));
        }
        if (error != null) {
            return new Reading.Understood<>(error.of(id));
        }
        if (result != null && id != null) {
            return new Reading.Understood<>(new ServerFrame.Answer(new Ack.Done(id, result)));
        }
        return new Reading.Broken<>(
                id, new Refusal(ErrorCode.NOT_A_REQUEST, "The frame is neither an answer nor a notification."));
    }
}
