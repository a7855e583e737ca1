// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OperationsPaperTest {
    /// To mend it: replace the table between the two marks in docs/operations.md by the one that is expected here.
    @Test
    void the_settings_table_of_the_paper_is_the_one_of_the_code() throws Exception {
        String paper = Files.readString(Path.of("../docs/operations.md"));
        String begin = "<!-- settings: written by SettingsTable -->\n";
        String end = "<!-- end of settings -->";

        assertThat(paper).contains(begin, end);
        assertThat(paper.substring(paper.indexOf(begin) + begin.length(), paper.indexOf(end)))
                .isEqualTo(SettingsTable.markdown());
    }
}
