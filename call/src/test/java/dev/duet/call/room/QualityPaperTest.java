// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.testkit.KeptPaper;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The bounds of the levels in `docs/protocol.md` are those that decide.
class QualityPaperTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\d) \\| (\\d+) % \\| (\\d+) ms \\| (\\d+) ms \\|");

    @Test
    void each_bound_is_the_last_of_its_level() {
        List<MatchResult> rows =
                ROW.matcher(new KeptPaper("protocol.md").text()).results().toList();

        assertThat(rows).hasSize(5);
        assertThat(rows).allSatisfy(row -> {
            int level = Integer.parseInt(row.group(1));
            int loss = Integer.parseInt(row.group(2));
            Duration rtt = Duration.ofMillis(Long.parseLong(row.group(3)));
            Duration jitter = Duration.ofMillis(Long.parseLong(row.group(4)));
            assertThat(QualityLevel.of(rtt, loss, jitter).number()).isEqualTo(level);
            assertThat(QualityLevel.of(rtt, loss + 0.1, jitter).number()).isEqualTo(level + 1);
            assertThat(QualityLevel.of(rtt.plusMillis(1), loss, jitter).number())
                    .isEqualTo(level + 1);
            assertThat(QualityLevel.of(rtt, loss, jitter.plusMillis(1)).number())
                    .isEqualTo(level + 1);
        });
    }
}
