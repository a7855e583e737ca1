// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.ResultKind;
import dev.duet.frame.ServerFrame;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import dev.duet.frame.json.member.Unicode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// Text frames as requests (for a server) and as answers and events (for a client). Strict about the JSON-RPC 2.0
/// envelope, where an unknown member is refused; lenient about unknown members below it, so that a newer client can
/// talk
/// to an older server. No text makes it throw, and none costs more than the frame limit allows.
public final class FrameReader {
    /// Room for an SDP of three media sections many times over.
    public static final int MAX_FRAME_BYTES = 65536;

    /// The answer to a login may hold a hundred pending invitations with all their data.
    private static final int MAX_SERVER_FRAME_BYTES = 4 * 1024 * 1024;

    /// A binary frame, which no client has a reason to send.
    public static final Refusal BINARY =
            new Refusal(ErrorCode.NOT_A_REQUEST, "Binary frames are not accepted; send JSON in a text frame.");

    /// Our own frames are five deep at most; `offlinePushInfo` may hold what a vendor invents.
    static final int MAX_DEPTH = 32;

    /// The longest number we read is a long of 20 characters.
    static final int MAX_NUMBER_CHARS = 32;

    /// Buffers come from one pool, not from thread locals: each socket has its own virtual thread. Names are not kept
    /// in a symbol table, which a sender could fill.
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_CHARS)
                    .maxStringLength(MAX_SERVER_FRAME_BYTES)
                    .maxNameLength(MAX_SERVER_FRAME_BYTES)
                    .build())
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private FrameReader() {}

    /// The request that a client sent.
    public static Reading<Request> request(String text) {
        return read(text, MAX_FRAME_BYTES, RequestEnvelope::new);
    }

    /// What a server sent; `asked` knows the kind of result that each open request waits for.
    public static Reading<ServerFrame> fromServer(String text, Function<RequestId, Optional<ResultKind>> asked) {
        return read(text, MAX_SERVER_FRAME_BYTES, () -> new ServerEnvelope(asked));
    }

    /// The members of one envelope, which may come in any order.
    interface Envelope<T> {
        void member(Members members) throws IOException, Flaw;

        /// A flaw of the member just read, or of the whole when there is none.
        void flaw(Flaw flaw);

        /// Whether a member could not be understood before a later one was known, so that a second walk is needed.
        boolean wantsAnotherWalk();

        Reading<T> reading();
    }

    interface EnvelopeMaker<T> {
        Envelope<T> make();
    }

    private static <T> Reading<T> read(String text, int maxBytes, EnvelopeMaker<T> maker) {
        if (!Unicode.fits(text, maxBytes)) {
            return broken(
                    ErrorCode.FRAME_TOO_LARGE, "The frame is larger than " + maxBytes + " bytes; send less at once.");
        }
        Envelope<T> envelope = maker.make();
        try {
            walk(text, envelope);
            if (envelope.wantsAnotherWalk()) {
                walk(text, envelope);
            }
            return envelope.reading();
        } catch (Flaw flaw) {
            return new Reading.Broken<>(null, flaw.refusal());
        } catch (StreamConstraintsException bomb) {
            return broken(
                    ErrorCode.NOT_A_REQUEST,
                    "The frame nests deeper than " + MAX_DEPTH + " levels or holds a number of more than "
                            + MAX_NUMBER_CHARS + " characters.");
        } catch (IOException malformed) {
            return broken(ErrorCode.NOT_JSON, notJson(malformed));
        }
    }

    private static <T> void walk(String text, Envelope<T> envelope) throws IOException, Flaw {
        try (JsonParser parser = JSON.createParser(text)) {
            enter(parser);
            Members members = Members.of(parser, text, ErrorCode.NOT_A_REQUEST);
            while (members.next()) {
                try {
                    envelope.member(members);
                } catch (Flaw flaw) {
                    envelope.flaw(flaw);
                    members.leaveValue();
                }
            }
            if (parser.nextToken() != null) {
                throw new Flaw(ErrorCode.NOT_JSON, "Something follows the frame's object; send one object per frame.");
            }
        }
    }

    /// A parser that has just entered `{}`.
    static JsonParser emptyObject() throws IOException {
        JsonParser parser = JSON.createParser("{}");
        parser.nextToken();
        return parser;
    }

    private static void enter(JsonParser parser) throws IOException, Flaw {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Flaw(ErrorCode.NOT_JSON, "The frame is empty.");
        }
        if (first == JsonToken.START_ARRAY) {
            throw new Flaw(ErrorCode.NOT_A_REQUEST, "Batches are not accepted; send one object per frame.");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new Flaw(ErrorCode.NOT_A_REQUEST, "The frame must be a JSON object.");
        }
    }

    private static <T> Reading<T> broken(ErrorCode code, String message) {
        return new Reading.Broken<>(null, new Refusal(code, message));
    }

    /// Says where, not what: the text of the frame may hold a ticket.
    private static String notJson(IOException malformed) {
        if (!(malformed instanceof JsonProcessingException located) || located.getLocation() == null) {
            return ErrorCode.NOT_JSON.meaning();
        }
        String where = " at character " + located.getLocation().getCharOffset() + '.';
        return located.getOriginalMessage().startsWith("Duplicate field")
                ? "The frame names a member twice" + where
                : "The frame stops being JSON" + where;
    }
}
