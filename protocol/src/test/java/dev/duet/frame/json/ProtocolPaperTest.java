// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.testkit.KeptPaper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/protocol.md` and the golden frames in it. A line `<!-- frame: name -->` stands above each example, whose text
/// is
/// the file's.
class ProtocolPaperTest {
    private static final KeptPaper PAPER = new KeptPaper("protocol.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- frame: (\\S+) -->\\n(```json\\n.*?\\n```\\n)?", Pattern.DOTALL);

    @Test
    void every_example_is_its_golden_file() {
        Matcher example = EXAMPLE.matcher(PAPER.text());

        PAPER.mustRead(example.replaceAll(found -> Matcher.quoteReplacement(
                "<!-- frame: " + found.group(1) + " -->\n```json\n" + Goldens.text(found.group(1)) + "```\n")));
    }

    @Test
    void every_golden_frame_is_shown() {
        String paper = PAPER.text();

        assertThat(Stream.of(".request.json", ".result.json", ".event.json", ".error.json")
                        .flatMap(end -> Goldens.names(Goldens.FRAMES, end).stream()))
                .allSatisfy(name -> assertThat(paper).contains("<!-- frame: " + name + " -->"));
    }
}
