// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.LocalQuality;
import dev.duet.frame.ServerEvent.RemoteQuality;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkQualityTest {
    private static final UserId BOB = new UserId("bob");
    private static final LinkFigures GOOD = new LinkFigures(Duration.ofMillis(150), 2, 0.5, 10, true);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1", "1, 100, 30, 1", "1.1, 0, 0, 2", "0, 101, 0, 2", "0, 0, 31, 2", "3, 200, 50, 2",
        "8, 400, 100, 3", "15, 800, 200, 4", "30, 1500, 400, 5", "31, 0, 0, 6", "0, 1501, 0, 6", "0, 0, 401, 6"
    })
    void a_level_is_the_best_all_of_whose_bounds_are_kept(double loss, long rtt, long jitter, int level) {
        assertThat(QualityGrade.of(loss, Duration.ofMillis(rtt), Duration.ofMillis(jitter)))
                .isEqualTo(level);
    }

    @Test
    void what_the_server_says_counts_before_what_was_measured_here() {
        var said = new ServerEvent.NetworkQuality(
                new LocalQuality(4, Duration.ofMillis(20), 9, Duration.ZERO), List.of(new RemoteQuality(BOB, 5, 7)));
        assertThat(NetworkQuality.judge(said, GOOD, List.of(BOB), true, List.of()))
                .isEqualTo(new NetworkQuality(4, Duration.ofMillis(20), 9, List.of(new RemoteQuality(BOB, 5, 7))));
    }

    @Test
    void without_its_word_the_figures_are_graded() {
        assertThat(NetworkQuality.judge(null, GOOD, List.of(BOB), true, List.of()))
                .isEqualTo(new NetworkQuality(2, Duration.ofMillis(150), 2, List.of(new RemoteQuality(BOB, 2, 0.5))));
    }

    @Test
    void all_is_down_while_the_connection_is() {
        assertThat(NetworkQuality.judge(null, GOOD, List.of(BOB), false, List.of()))
                .isEqualTo(new NetworkQuality(6, Duration.ZERO, 0, List.of(new RemoteQuality(BOB, 6, 0))));
    }

    private static List<UserId> silent(Silences silences, long received, boolean begun) {
        return silences.look(new LinkFigures(Duration.ZERO, 0, 0, received, begun), List.of(BOB));
    }

    @Test
    void who_should_be_heard_and_was_not_for_two_intervals_is_silent_until_the_next_packet() {
        Silences silences = new Silences();
        assertThat(silent(silences, 100, true)).isEmpty();
        assertThat(silent(silences, 0, true)).isEmpty();
        assertThat(silent(silences, 0, true)).containsExactly(BOB);
        assertThat(silent(silences, 0, true)).containsExactly(BOB);
        assertThat(silent(silences, 5, true)).isEmpty();
    }

    @Test
    void before_the_first_packet_and_of_whom_nothing_is_awaited_nobody_is_silent() {
        Silences silences = new Silences();
        assertThat(silent(silences, 0, false)).isEmpty();
        assertThat(silent(silences, 0, false)).isEmpty();
        LinkFigures nothing = new LinkFigures(Duration.ZERO, 0, 0, 0, true);
        assertThat(silences.look(nothing, List.of())).isEmpty();
        assertThat(silences.look(nothing, List.of())).isEmpty();
    }
}
