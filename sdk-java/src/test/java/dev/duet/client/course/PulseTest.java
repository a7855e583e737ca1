// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.ConnectionStats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PulseTest {
    /// At which of the looks, counted from 0, the flow was called stopped.
    private static List<Integer> stops(long... bytes) {
        List<Integer> stopped = new ArrayList<>();
        Pulse pulse = Pulse.atRest(Instant.EPOCH);
        for (int look = 0; look < bytes.length; look++) {
            Pulse.Look seen = pulse.look(bytes[look], Instant.EPOCH.plus(Pulse.LOOK.multipliedBy(look)));
            pulse = seen.pulse();
            if (seen.stopped()) {
                stopped.add(look);
            }
        }
        return stopped;
    }

    @Test
    void a_flow_that_ends_is_called_stopped_once_after_three_quarters_of_a_second() {
        assertThat(stops(1, 2, 3, 4, 5, 6, 7, 7, 7, 7, 7, 7, 7, 7)).containsExactly(9);
    }

    @Test
    void a_flow_that_goes_on_even_with_a_shorter_gap_is_not() {
        assertThat(stops(1, 2, 3, 4, 5, 6, 7, 7, 7, 8, 8, 8, 9)).isEmpty();
    }

    @Test
    void what_comes_now_and_then_makes_no_flow() {
        assertThat(stops(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3)).isEmpty();
    }

    @Test
    void whatever_came_in_is_a_sign_of_life_and_no_stream_is_counted_twice() {
        ConnectionStats.Path path = new ConnectionStats.Path(7, 2);
        assertThat(Pulse.signsOfLife(new ConnectionStats(0, Duration.ZERO, 0, List.of(), List.of(), path)))
                .isEqualTo(9);
    }

    @Test
    void a_flow_that_comes_back_is_watched_again() {
        assertThat(stops(1, 2, 3, 4, 5, 6, 7, 7, 7, 7, 8, 9, 10, 11, 12, 13, 13, 13, 13))
                .containsExactly(9, 18);
    }
}
