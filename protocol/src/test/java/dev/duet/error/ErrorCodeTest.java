// SPDX-License-Identifier: Apache-2.0
package dev.duet.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.error.ErrorCode.Retry;
import dev.duet.testkit.KeptPaper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    @Test
    void every_number_is_used_once_and_found_again() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::number)).doesNotHaveDuplicates();
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(ErrorCode.of(code.number())).contains(code);
        }
        assertThat(ErrorCode.of(0)).isEmpty();
    }

    @Test
    void every_meaning_is_a_sentence() {
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(code.meaning()).matches("[A-Z].*[.]");
            assertThat(code.httpStatus()).isBetween(400, 599);
        }
    }

    @Test
    void the_paper_lists_every_code() {
        StringBuilder paper = new StringBuilder("""
                # Error codes

                <!-- Made from ErrorCode; ErrorCodeTest says how to write it anew. -->

                Every code that the server answers, in a frame's `error.code` and in HTTP answers. The message beside it says what to
                do; match the number, never the message. *Again* means that the same request may succeed later.

                | Code | Name | HTTP | Again | Meaning |
                |---:|---|---:|---|---|
                """);
        for (ErrorCode code : ErrorCode.values()) {
            paper.append("| %d | `%s` | %d | %s | %s |\n"
                    .formatted(
                            code.number(),
                            code.name(),
                            code.httpStatus(),
                            code.retry() == Retry.LATER ? "yes" : "",
                            code.meaning()));
        }
        new KeptPaper("errors.md").mustRead(paper.toString());
    }
}
