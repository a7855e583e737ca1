// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The pieces of one WebSocket message, put together (RFC 6455 section 5.4). Of one thread at a time.
final class Assembly {
    /// Four times the largest frame we answer, so that a client slightly over it is told so and not cut off.
    static final int MAX_BYTES = 256 << 10;

    private Buffer pieces = Buffer.buffer();
    private Kind kind = Kind.TEXT;

    sealed interface Step {
        record Text(String text) implements Step {}

        record Binary() implements Step {}

        /// More pieces follow.
        record Partial() implements Step {}

        record Broken(Closing why) implements Step {}
    }

    private enum Kind {
        TEXT,
        BINARY
    }

    Step add(WebSocketFrame frame) {
        if (!frame.isContinuation()) {
            kind = frame.isBinary() ? Kind.BINARY : Kind.TEXT;
            pieces = Buffer.buffer();
        }
        if (pieces.length() + frame.binaryData().length() > MAX_BYTES) {
            return new Step.Broken(Closing.TOO_LARGE);
        }
        pieces.appendBuffer(frame.binaryData());
        return frame.isFinal() ? whole() : new Step.Partial();
    }

    private Step whole() {
        byte[] bytes = pieces.getBytes();
        pieces = Buffer.buffer();
        return switch (kind) {
            case BINARY -> new Step.Binary();
            case TEXT -> decode(bytes).<Step>map(Step.Text::new).orElseGet(() -> new Step.Broken(Closing.NOT_UTF8));
        };
    }

    private static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
