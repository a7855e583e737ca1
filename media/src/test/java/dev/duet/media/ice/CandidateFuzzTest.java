// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class CandidateFuzzTest {

    @FuzzTest
    void no_text_breaks_the_parser_and_what_it_reads_is_written_back_alike(byte[] bytes) {
        Candidate.parse(new String(bytes, StandardCharsets.UTF_8)).ifPresent(candidate -> {
            candidate.address();
            assertThat(Candidate.parse(candidate.write())).contains(candidate);
        });
    }
}
