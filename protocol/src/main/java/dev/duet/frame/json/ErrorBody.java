// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.Ack;
import dev.duet.frame.RequestId;
import dev.duet.frame.ServerFrame;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The error object of a response (JSON-RPC 2.0 section 5.1).
record ErrorBody(int code, String message) {

    static ErrorBody read(Members error) throws IOException, Flaw {
        Long number = null;
        String message = null;
        while (error.next()) {
            switch (error.name()) {
                case "code" -> number = error.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
                case "message" -> message = error.text(0, FrameReader.MAX_FRAME_BYTES);
                default -> error.skip();
            }
        }
        return new ErrorBody(error.required("code", number).intValue(), error.required("message", message));
    }

    /// Whose answer it is, in the words of this version if it has a word for the number.
    ServerFrame of(@Nullable RequestId id) {
        Optional<ErrorCode> known = ErrorCode.of(code);
        return known.isPresent()
                ? new ServerFrame.Answer(new Ack.Refused(id, new Refusal(known.get(), message)))
                : new ServerFrame.Unlisted(id, code, message);
    }
}
