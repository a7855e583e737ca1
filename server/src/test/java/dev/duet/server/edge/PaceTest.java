// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace(10, 0);

    private int steps(int frames, long nowMillis, Pace.Step wanted) {
        int seen = 0;
        for (int frame = 0; frame < frames; frame++) {
            seen += pace.step(nowMillis) == wanted ? 1 : 0;
        }
        return seen;
    }

    @Test
    void two_seconds_worth_may_come_at_once() {
        assertThat(steps(25, 0, Pace.Step.GO)).isEqualTo(20);
    }

    @Test
    void afterwards_it_fills_steadily_and_no_further() {
        steps(20, 0, Pace.Step.GO);
        assertThat(steps(20, 500, Pace.Step.GO)).isEqualTo(5);
        assertThat(steps(50, 1_000_000, Pace.Step.GO)).isEqualTo(20);
    }

    @Test
    void who_does_not_stop_is_closed_and_who_does_is_forgiven() {
        steps(20, 0, Pace.Step.GO);
        assertThat(steps(30, 0, Pace.Step.REFUSE)).isEqualTo(30);
        assertThat(pace.step(0)).isEqualTo(Pace.Step.CLOSE);
        assertThat(pace.step(1000)).isEqualTo(Pace.Step.GO);
        steps(9, 1000, Pace.Step.GO);
        assertThat(steps(30, 1000, Pace.Step.REFUSE)).isEqualTo(30);
    }

    @Test
    void a_clock_that_steps_back_gives_nothing_away() {
        steps(20, 10_000, Pace.Step.GO);
        assertThat(steps(5, 0, Pace.Step.GO)).isZero();
    }
}
