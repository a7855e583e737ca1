// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.congestion;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.rtcp.ArrivalReport;
import dev.duet.media.rtcp.CompoundRtcp;
import dev.duet.media.rtcp.RtcpPacket;
import dev.duet.media.rtcp.TransportFeedback;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedbackTranslationTest {
    private static final long MILLI = 1_000_000;
    private static final long LOST = ArrivalReport.LOST;

    private final FeedbackTranslation feedback = new FeedbackTranslation();
    private final TransportNumbers numbers = new TransportNumbers();
    private final Map<Integer, Long> told = new LinkedHashMap<>();
    private final List<Integer> reports = new ArrayList<>();

    /// The worked example of docs/media.md: 100 to 106 leave alice; 102 is lost before us, 104 is a probe, our number 4
    /// is lost behind us.
    @Test
    void each_packet_is_told_by_what_became_of_it_on_both_legs() {
        forward(100, 0);
        forward(101, 5);
        forward(103, 15);
        feedback.arrived(104, 20 * MILLI);
        forward(105, 25);
        forward(106, 30);
        // bob's clock says 2,000,000 ticks; his queue grows by 8 ticks a packet.
        receiverTells(1, 2_000_000, 2_000_028, 2_000_076, LOST, 2_000_152);
        flush(60);
        long start = at(100);
        assertThat(offsets(start))
                .containsExactly(
                        Map.entry(100, 0L),
                        Map.entry(101, 28L),
                        Map.entry(102, LOST),
                        Map.entry(103, 76L),
                        Map.entry(104, 96L),
                        Map.entry(105, LOST),
                        Map.entry(106, 152L));
        assertThat(reports).containsExactly(7);
    }

    @Test
    void packets_on_their_way_wait_for_the_receiver() {
        forward(100, 0);
        forward(101, 5);
        flush(50);
        assertThat(told).isEmpty();
        receiverTells(1, 4_000);
        flush(60);
        assertThat(told).containsOnlyKeys(100);
    }

    @Test
    void a_receiver_that_says_nothing_is_waited_for_only_so_long() {
        forward(100, 0);
        flush(900);
        assertThat(told).isEmpty();
        flush(1_100);
        assertThat(told).containsOnlyKeys(100);
    }

    @Test
    void without_a_receiver_our_own_arrivals_are_told() {
        feedback.arrived(65_534, 0);
        feedback.arrived(65_535, 5 * MILLI);
        feedback.arrived(1, 15 * MILLI);
        flush(20);
        long start = at(65_534);
        assertThat(offsets(start))
                .containsExactly(
                        Map.entry(65_534, 0L), Map.entry(65_535, 20L), Map.entry(65_536, LOST), Map.entry(65_537, 60L));
    }

    @Test
    void another_receivers_clock_continues_where_the_first_one_stopped() {
        forward(100, 0);
        receiverTells(1, 2_000_000);
        flush(20);
        feedback.receiverGone();
        feedback.arrived(101, 100 * MILLI);
        flush(120);
        forward(102, 200);
        receiverTells(2, 55);
        flush(220);
        long start = at(100);
        assertThat(offsets(start)).contains(Map.entry(101, 400L), Map.entry(102, 800L));
    }

    @Test
    void packets_whose_feedback_was_lost_are_left_out() {
        forward(100, 0);
        forward(101, 5);
        forward(102, 10);
        forward(103, 15);
        receiverTells(1, 4_000);
        receiverTells(3, 4_060, 4_080);
        flush(30);
        assertThat(told).containsOnlyKeys(100, 102, 103);
        assertThat(told).doesNotContainValue(LOST);
        assertThat(reports).containsExactly(1, 2);
    }

    @Test
    void losses_alone_wait_for_an_arrival() {
        feedback.arrived(100, 0);
        flush(5);
        forward(101, 10);
        receiverTells(1, LOST);
        flush(20);
        assertThat(told).containsOnlyKeys(100);
        feedback.arrived(102, 30 * MILLI);
        flush(40);
        assertThat(told).containsEntry(101, LOST).containsKey(102);
    }

    @Test
    void a_pause_of_many_seconds_begins_a_new_report() {
        feedback.arrived(100, 0);
        feedback.arrived(101, 60_000 * MILLI);
        flush(60_010);
        assertThat(reports).containsExactly(1, 1);
        assertThat(at(101) - at(100)).isEqualTo(240_000);
    }

    private void forward(int number, long millis) {
        numbers.use(feedback.arrived(number, millis * MILLI));
        feedback.forwarded(0x10000L + number);
    }

    /// The receiver's feedback on our numbers from `first` on, in ticks of its clock.
    private void receiverTells(int first, long... ticks) {
        ArrivalReport report = new ArrivalReport(ticks.length);
        boolean any = false;
        for (long tick : ticks) {
            report.add(tick);
            any |= tick != LOST;
        }
        if (!any) {
            TransportFeedback lost = TransportFeedback.of(1, 2, first, 0, 0, TransportFeedback.LOST);
            numbers.accept(lost, feedback);
            return;
        }
        numbers.accept(read(report, first), feedback);
    }

    private void flush(long millis) {
        feedback.flush(millis * MILLI, (report, base, number) -> {
            assertThat(number).isEqualTo(reports.size());
            reports.add(report.count());
            TransportFeedback read = read(report, base);
            for (int i = 0; i < read.count(); i++) {
                long at = read.arrival(i) == TransportFeedback.LOST
                        ? LOST
                        : (long) read.reference() * TransportFeedback.REFERENCE_TICKS + read.arrival(i);
                told.put(base + i, at);
            }
        });
    }

    private long at(int number) {
        return requireNonNull(told.get(number));
    }

    private Map<Integer, Long> offsets(long start) {
        Map<Integer, Long> offsets = new LinkedHashMap<>();
        told.forEach((number, at) -> offsets.put(number, at == LOST ? LOST : at - start));
        return offsets;
    }

    private static TransportFeedback read(ArrivalReport report, int base) {
        ByteBuffer buffer = ByteBuffer.allocate(1500);
        report.write(buffer, 1, 2, base, 0);
        List<RtcpPacket> packets = new ArrayList<>();
        assertThat(CompoundRtcp.read(buffer.flip(), packets::add)).isTrue();
        return (TransportFeedback) packets.getFirst();
    }
}
