// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import java.io.IOException;
import java.util.Optional;

/// The error object of a response (JSON-RPC 2.0 section 5.1).
final class ErrorBody {
    private ErrorBody() {}

    /// A number that this version does not know is read as a fault of the server, and named in the message.
    static Refusal read(Members error) throws IOException, Flaw {
        Long number = null;
        String message = null;
        while (error.next()) {
            switch (error.name()) {
                case "code" -> number = error.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
                case "message" -> message = error.text(0, FrameReader.MAX_FRAME_BYTES);
                default -> error.skip();
            }
        }
        int code = error.required("code", number).intValue();
        String text = error.required("message", message);
        Optional<ErrorCode> known = ErrorCode.of(code);
        return known.map(it -> new Refusal(it, text))
                .orElseGet(() -> new Refusal(ErrorCode.INTERNAL, "(" + code + ") " + text));
    }
}
