// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.course.Recovery.Effect;
import dev.duet.client.course.Recovery.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecoveryTest {
    private static final Duration GIVE_UP = Duration.ofSeconds(30);

    /// A media connection under manual time; `log` says what was done when, in ms.
    private static final class Line {
        private final List<String> log = new ArrayList<>();
        private Instant now = Instant.EPOCH;
        private Recovery state = Recovery.connecting(now);

        Line on(Event event) {
            Recovery.Step step = state.on(event, now, GIVE_UP);
            state = step.next();
            step.effects().forEach(effect -> log.add(now.toEpochMilli() + " " + effect));
            if (step.effects().contains(Effect.RESTART) && event == Event.WAKE) {
                on(Event.RESTART_ENDED);
            }
            return this;
        }

        /// Restarts are answered at once, and do not help.
        Line pass(long millis) {
            Instant until = now.plusMillis(millis);
            for (Optional<Instant> at = due(until); at.isPresent(); at = due(until)) {
                now = at.get().isAfter(now) ? at.get() : now;
                on(Event.WAKE);
            }
            now = until;
            return this;
        }

        private Optional<Instant> due(Instant until) {
            return state.wakeAt(GIVE_UP).filter(at -> !at.isAfter(until));
        }
    }

    private static Line up() {
        return new Line().on(Event.CONNECTED);
    }

    @Test
    void one_that_comes_up_in_time_needs_nothing() {
        assertThat(new Line().pass(500).on(Event.CONNECTED).pass(60_000).log).isEmpty();
    }

    @Test
    void one_that_flickers_for_less_than_a_second_is_left_alone() {
        assertThat(up().on(Event.DISCONNECTED).pass(900).on(Event.CONNECTED).pass(60_000).log)
                .isEmpty();
    }

    @Test
    void one_that_breaks_is_restarted_with_growing_pauses_told_as_the_guide_times_it_and_given_up() {
        assertThat(up().on(Event.DISCONNECTED).pass(60_000).log)
                .containsExactly(
                        "1000 RESTART",
                        "1500 RESTART",
                        "2500 RESTART",
                        "4500 RESTART",
                        "8000 CONNECTION_LOST",
                        "8500 RESTART",
                        "11000 TRY_TO_RECONNECT",
                        "16500 RESTART",
                        "24500 RESTART",
                        "30000 GIVE_UP");
    }

    @Test
    void one_that_fails_is_restarted_at_once() {
        assertThat(up().on(Event.FAILED).pass(0).log).containsExactly("0 RESTART");
    }

    @Test
    void one_that_comes_back_says_so_only_when_its_loss_was_told() {
        assertThat(up().on(Event.DISCONNECTED).pass(9_000).on(Event.CONNECTED).log)
                .endsWith("9000 RECOVERED");
        assertThat(up().on(Event.DISCONNECTED).pass(5_000).on(Event.CONNECTED).log)
                .containsExactly("1000 RESTART", "1500 RESTART", "2500 RESTART", "4500 RESTART");
    }

    @Test
    void one_on_another_network_is_restarted_and_counts_as_connected_meanwhile() {
        Line line = up().on(Event.NETWORK_CHANGED);
        assertThat(line.log).containsExactly("0 RESTART");
        assertThat(line.state).isEqualTo(new Recovery.Connected());
    }

    @Test
    void one_that_is_given_up_stays_so() {
        Line line = up().on(Event.DISCONNECTED).pass(60_000);
        int told = line.log.size();
        assertThat(line.on(Event.CONNECTED).on(Event.FAILED).pass(60_000).log).hasSize(told);
    }
}
