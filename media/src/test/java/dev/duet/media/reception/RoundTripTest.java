// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.rtcp.LossReport;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final long MILLI = 1_000_000;

    private final RoundTrip roundTrip = new RoundTrip();

    @Test
    void the_time_the_peer_held_the_report_does_not_count() {
        roundTrip.sent(77, 1_000 * MILLI);
        roundTrip.answered(report(77, 0x8000), 1_560 * MILLI);
        assertThat(roundTrip.nanos()).isEqualTo(60 * MILLI);
    }

    @Test
    void later_measurements_move_it_by_an_eighth() {
        roundTrip.sent(77, 0);
        roundTrip.answered(report(77, 0), 80 * MILLI);
        roundTrip.answered(report(77, 0), 160 * MILLI);
        assertThat(roundTrip.nanos()).isEqualTo(90 * MILLI);
    }

    @Test
    void an_answer_to_an_unknown_report_measures_nothing() {
        roundTrip.sent(77, 0);
        roundTrip.answered(report(78, 0), 60 * MILLI);
        roundTrip.answered(report(0, 0), 60 * MILLI);
        assertThat(roundTrip.isKnown()).isFalse();
        assertThat(roundTrip.nanos()).isEqualTo(RoundTrip.ASSUMED_NANOS);
    }

    private static LossReport report(int lastSenderReport, int delay) {
        return new LossReport(1, 0, 0, 0, 0, lastSenderReport, delay);
    }
}
