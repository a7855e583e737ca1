// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.softphone.demo.proof.Moment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final StringWriter out = new StringWriter();
    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    private final Timeline timeline = new Timeline(new PrintWriter(out), nanos::get);

    private void pass(int millis) {
        nanos.addAndGet(millis * 1_000_000L);
    }

    @Test
    void what_happens_is_a_line_with_the_milliseconds_since_the_beginning() {
        timeline.note("it begins");
        pass(1234);
        timeline.note("it goes on");
        assertThat(out.toString().lines()).containsExactly("      0  it begins", "   1234  it goes on");
    }

    @Test
    void a_moment_counts_once_and_says_when_it_was() throws Exception {
        pass(70);
        timeline.reach(Moment.RINGING, "it rings");
        pass(20);
        timeline.reach(Moment.RINGING, "it rings again");
        assertThat(timeline.await(Moment.RINGING, AT_ONCE)).isEqualTo(70);
        assertThat(out.toString().lines()).containsExactly("     70  it rings");
    }

    @Test
    void a_moment_that_does_not_come_is_named() {
        assertThatThrownBy(() -> timeline.await(Moment.BOB_SEES, AT_ONCE)).hasMessage("After 0 s bob sees nothing.");
    }

    @Test
    void a_failure_ends_the_waiting_for_whatever_has_not_come() throws Exception {
        timeline.reach(Moment.RINGING, "it rings");
        timeline.fail("It broke.");
        assertThat(timeline.await(Moment.RINGING, AT_ONCE)).isZero();
        assertThatThrownBy(() -> timeline.await(Moment.ACCEPTED, AT_ONCE)).hasMessage("It broke.");
        assertThatThrownBy(() -> timeline.letGoOn(Duration.ofDays(1))).hasMessage("It broke.");
    }

    @Test
    void a_call_that_is_over_too_early_does_not_go_on() {
        timeline.reach(Moment.BOB_ENDED, "over");
        assertThatThrownBy(() -> timeline.letGoOn(Duration.ofDays(1)))
                .hasMessage("The call was over before anybody hung up.");
    }
}
