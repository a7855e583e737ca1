// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClosingTest {
    @Test
    void every_close_code_is_in_the_paper_for_client_authors() throws Exception {
        String paper = Files.readString(Path.of("../docs/protocol.md"));
        for (Closing why : Closing.values()) {
            assertThat(paper).contains("| " + why.code() + " |");
        }
    }

    @Test
    void a_reason_fits_into_a_close_frame() {
        for (Closing why : Closing.values()) {
            assertThat(why.reason())
                    .as("RFC 6455 section 5.5: 125 bytes with the code")
                    .hasSizeLessThan(124);
        }
    }
}
