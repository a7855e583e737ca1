// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.call.state.CallQuality;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QualityWordsTest {
    @Test
    void both_ways_have_their_word_and_the_worse_loss_counts() {
        assertThat(QualityWords.of(new CallQuality(1, 3, Duration.ofMillis(42), 0.5, 12.25)))
                .isEqualTo("up excellent, down poor, 42 ms to the server, 12.3 % lost");
    }

    @Test
    void what_is_not_known_is_said_to_be() {
        assertThat(QualityWords.of(CallQuality.UNKNOWN)).startsWith("up unknown, down unknown");
    }

    @Test
    void a_grade_of_a_newer_server_is_the_worst() {
        assertThat(QualityWords.of(new CallQuality(9, 6, Duration.ZERO, 0, 0))).startsWith("up down, down down");
    }
}
