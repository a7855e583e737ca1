// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.testkit.KeptPaper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The examples of docs/testing.md are tests of [CallsIT], word for word.
class TestingPaperTest {
    private static final Path SOURCE = Path.of("src/test/java/dev/duet/testing/CallsIT.java");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example (\\w+) -->\n```java\n.*?```\n", Pattern.DOTALL);

    @Test
    void every_example_in_the_paper_is_a_test_that_runs() throws IOException {
        String tests = Files.readString(SOURCE);
        KeptPaper paper = new KeptPaper("testing.md");
        paper.mustRead(EXAMPLE.matcher(paper.text()).replaceAll(found -> {
            String example =
                    "<!-- example " + found.group(1) + " -->\n```java\n" + named(tests, found.group(1)) + "```\n";
            return Matcher.quoteReplacement(example);
        }));
    }

    @Test
    void the_paper_names_the_settings_that_a_test_server_has_of_its_own() {
        KeptPaper paper = new KeptPaper("testing.md");
        paper.mustSay("15 minutes of its time where a real one waits for 45 seconds (`socket.silent`)");
        paper.mustSay("10 minutes instead of 15 seconds for media that never come (`room.vanish`)");
        assertThat(TestServer.LASTING).containsEntry("socket.silent", "15m").containsEntry("room.vanish", "10m");
    }

    /// What stands between `// docs: name` and `// docs: end`.
    private static String named(String tests, String name) {
        Matcher part = Pattern.compile("    // docs: " + name + "\n(.*?)    // docs: end\n", Pattern.DOTALL)
                .matcher(tests);
        if (!part.find()) {
            throw new AssertionError("docs/testing.md shows an example `" + name + "`, which " + SOURCE + " has not");
        }
        return part.group(1).replaceAll("(?m)^ {4}", "");
    }
}
