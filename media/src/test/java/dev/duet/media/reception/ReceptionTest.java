// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.reception.Reception.Arrival;
import dev.duet.media.reception.Reception.Delivery;
import dev.duet.media.rtcp.LossReport;
import dev.duet.media.rtcp.SenderReport;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceptionTest {
    private static final long MILLI = 1_000_000;
    private static final long ROUND_TRIP = 50 * MILLI;

    private final Reception reception = new Reception(9, 90_000, true, 65_530);
    private final int[] due = new int[64];

    @Test
    void packets_in_order_are_next() {
        for (int i = 0; i < 20; i++) {
            assertThat(arrive(65_530 + i, i)).isEqualTo(Arrival.NEXT);
        }
        LossReport report = reception.report(0);
        assertThat(report.fractionLost()).isZero();
        assertThat(report.cumulativeLost()).isZero();
        assertThat(report.highestSequence()).isEqualTo(0x10000 + 13);
    }

    @Test
    void a_hole_is_asked_for_after_a_moment_and_again_after_a_round_trip() {
        arrive(65_530, 0);
        assertThat(arrive(65_533, 10)).isEqualTo(Arrival.BEHIND_HOLE);
        assertThat(dueAt(11)).isEmpty();
        assertThat(reception.missing().nextAt()).isEqualTo(15 * MILLI);
        assertThat(dueAt(15)).containsExactly(65_531, 65_532);
        assertThat(dueAt(60)).isEmpty();
        assertThat(dueAt(80)).containsExactly(65_531, 65_532);
    }

    @Test
    void what_arrives_late_is_not_asked_for() {
        arrive(65_530, 0);
        arrive(65_532, 1);
        assertThat(arrive(65_531, 2)).isEqualTo(Arrival.FILLS_HOLE);
        assertThat(dueAt(100)).isEmpty();
        assertThat(reception.report(0).cumulativeLost()).isZero();
    }

    @Test
    void a_repair_fills_the_hole_but_stays_a_loss() {
        arrive(65_530, 0);
        arrive(65_532, 1);
        assertThat(reception.arrive(65_531, 0, 50 * MILLI, Delivery.REPAIR)).isEqualTo(Arrival.FILLS_HOLE);
        assertThat(dueAt(100)).isEmpty();
        LossReport report = reception.report(0);
        assertThat(report.cumulativeLost()).isEqualTo(1);
        assertThat(report.fractionLost()).isEqualTo(256 / 3);
    }

    @Test
    void a_packet_is_new_only_once() {
        arrive(65_530, 0);
        assertThat(arrive(65_530, 1)).isEqualTo(Arrival.DUPLICATE);
        arrive(65_532, 1);
        reception.arrive(65_531, 0, 2 * MILLI, Delivery.REPAIR);
        assertThat(arrive(65_531, 3)).isEqualTo(Arrival.DUPLICATE);
        assertThat(Arrival.DUPLICATE.isNew()).isFalse();
    }

    @Test
    void a_packet_that_the_first_one_overtook_is_new() {
        assertThat(arrive(65_530, 0)).isEqualTo(Arrival.NEXT);
        assertThat(arrive(65_529, 1)).isEqualTo(Arrival.FILLS_HOLE);
        assertThat(arrive(65_529, 2)).isEqualTo(Arrival.DUPLICATE);
        assertThat(arrive(65_400, 3)).isEqualTo(Arrival.TOO_OLD);
    }

    @Test
    void a_long_gap_is_not_repaired() {
        arrive(65_530, 0);
        assertThat(arrive(65_530 + 1_000, 1)).isEqualTo(Arrival.AFTER_GAP);
        assertThat(reception.missing().isEmpty()).isTrue();
    }

    @Test
    void what_lies_behind_the_window_is_too_old() {
        arrive(65_530, 0);
        arrive(65_530 + 3_000, 1);
        assertThat(arrive(65_530 + 900, 2)).isEqualTo(Arrival.TOO_OLD);
        assertThat(arrive(65_530 + 1_000, 2)).isEqualTo(Arrival.FILLS_HOLE);
    }

    @Test
    void what_nobody_answers_is_given_up() {
        arrive(65_530, 0);
        arrive(65_532, 0);
        int asks = 0;
        for (int millis = 0; millis < 5_000; millis++) {
            asks += dueAt(millis).length;
        }
        assertThat(asks).isEqualTo(MissingPackets.MOST_ASKS);
        assertThat(reception.missing().isEmpty()).isTrue();
        assertThat(reception.missing().abandoned()).isEqualTo(1);
    }

    @Test
    void each_report_covers_the_time_since_the_last_one() {
        for (int i = 0; i < 100; i++) {
            if (i % 4 != 3) {
                arrive(65_530 + i, i);
            }
        }
        assertThat(reception.report(0).fractionLost()).isBetween(60, 64);
        for (int i = 100; i < 200; i++) {
            arrive(65_530 + i, i);
        }
        LossReport second = reception.report(0);
        assertThat(second.fractionLost()).isLessThan(4);
        assertThat(second.cumulativeLost()).isEqualTo(25);
    }

    @Test
    void even_spacing_has_no_jitter_and_uneven_spacing_has() {
        for (int i = 0; i < 100; i++) {
            reception.arrive((65_530 + i) & 0xFFFF, i * 900, (long) i * 10 * MILLI, Delivery.ORIGINAL);
        }
        assertThat(reception.jitterMillis()).isZero();
        for (int i = 100; i < 200; i++) {
            reception.arrive((65_530 + i) & 0xFFFF, i * 900, (i * 10 + (i % 2) * 4) * MILLI, Delivery.ORIGINAL);
        }
        assertThat(reception.jitterMillis()).isBetween(3.5, 4.1);
    }

    @Test
    void a_report_refers_to_the_last_sender_report() {
        arrive(65_530, 0);
        reception.senderReport(new SenderReport(9, 0x1111_2222_3333_4444L, 0, 0, 0, List.of()), 1_000 * MILLI);
        LossReport report = reception.report(1_500 * MILLI);
        assertThat(report.lastSenderReport()).isEqualTo(0x2222_3333);
        assertThat(report.delaySinceSenderReport()).isEqualTo(0x8000);
    }

    private Arrival arrive(int sequence, int millis) {
        return reception.arrive(sequence & 0xFFFF, millis * 90, millis * MILLI, Delivery.ORIGINAL);
    }

    private int[] dueAt(int millis) {
        int count = reception.missing().due(millis * MILLI, ROUND_TRIP, due);
        return Arrays.copyOf(due, count);
    }
}
