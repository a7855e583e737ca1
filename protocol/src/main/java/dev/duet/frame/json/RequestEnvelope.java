// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import com.fasterxml.jackson.core.JsonParser;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The envelope of a request (JSON-RPC 2.0 section 4): `jsonrpc`, `id`, `method`, `params`.
final class RequestEnvelope implements FrameReader.Envelope<Request> {
    private boolean hasVersion;
    private boolean paramsSeen;
    private @Nullable RequestId id;
    private @Nullable String method;
    private @Nullable ClientRequest body;
    private @Nullable Refusal envelopeFlaw;
    private @Nullable Refusal bodyFlaw;

    @Override
    public void member(Members members) throws IOException, Flaw {
        switch (members.name()) {
            case "jsonrpc" -> {
                members.version();
                hasVersion = true;
            }
            case "id" -> id = members.requestId();
            case "method" -> method = members.text(1, 64);
            case "params" -> params(members);
            default -> throw members.stranger();
        }
    }

    /// Params that come before the method are only stepped over on the first walk.
    private void params(Members members) throws IOException, Flaw {
        paramsSeen = true;
        if (method == null) {
            members.skip();
        } else if (body == null && bodyFlaw == null) {
            body = RequestBody.read(method, members.params());
        }
    }

    @Override
    public void flaw(Flaw flaw) {
        if (flaw.refusal().code() != ErrorCode.NOT_A_REQUEST) {
            bodyFlaw = bodyFlaw == null ? flaw.refusal() : bodyFlaw;
        } else if (envelopeFlaw == null) {
            envelopeFlaw = flaw.refusal();
        }
    }

    @Override
    public boolean wantsAnotherWalk() {
        return paramsSeen && method != null && body == null && bodyFlaw == null;
    }

    @Override
    public Reading<Request> reading() {
        if (envelopeFlaw != null) {
            return new Reading.Broken<>(id, envelopeFlaw);
        }
        if (!hasVersion) {
            return missing("jsonrpc");
        }
        if (id == null) {
            return missing("id");
        }
        if (method == null) {
            return missing("method");
        }
        if (body == null && bodyFlaw == null) {
            readBare(method);
        }
        if (bodyFlaw != null || body == null) {
            return new Reading.Broken<>(id, bodyFlaw == null ? Refusal.of(ErrorCode.WRONG_PARAMS) : bodyFlaw);
        }
        return new Reading.Understood<>(new Request(id, body));
    }

    /// A request without `params` is one whose `params` are empty.
    private void readBare(String bareMethod) {
        try (JsonParser parser = FrameReader.emptyObject()) {
            body = RequestBody.read(bareMethod, Members.of(parser, "{}", ErrorCode.WRONG_PARAMS));
        } catch (Flaw flaw) {
            bodyFlaw = flaw.refusal();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Reading<Request> missing(String member) {
        return new Reading.Broken<>(id, new Refusal(ErrorCode.NOT_A_REQUEST, "`" + member + "` is missing."));
    }
}
