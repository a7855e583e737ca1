// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportFeedbackTest {
    private static final int LOST = TransportFeedback.LOST;

    @Test
    void a_run_of_small_deltas_is_read() {
        assertThat(arrivals(3, "2003 0a1414 00")).containsExactly(10, 30, 50);
    }

    @Test
    void a_run_of_losses_takes_no_deltas() {
        assertThat(arrivals(5, "0002 2003 0a1414 000000")).containsExactly(LOST, LOST, 10, 30, 50);
    }

    @Test
    void a_vector_of_one_bit_symbols_is_read() {
        // 1 0 1 0 0 ...
        assertThat(arrivals(4, "a800 0a14 0000")).containsExactly(10, LOST, 30, LOST);
    }

    @Test
    void a_vector_of_two_bit_symbols_is_read() {
        // small, large (negative), lost, small
        assertThat(arrivals(4, "d840 0a fffc 01 00")).containsExactly(10, 6, LOST, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6001 0a00", "d800 0a00", "2003 0a14", "2001", "4001 0a"})
    void reserved_symbols_and_missing_bytes_are_refused(String body) {
        int count = body.startsWith("d8") ? 2 : 3;
        assertThat(Wire.isReadable(packet(count, body))).isFalse();
    }

    @Test
    void more_packets_than_any_call_has_in_flight_are_refused() {
        assertThat(Wire.isReadable(packet(0xFFFF, "1fff1fff1fff1fff1fff1fff1fff1fff1fff1fff")))
                .isFalse();
        assertThat(Wire.isReadable(packet(0, "2001 0a00"))).isFalse();
    }

    @Test
    void what_is_written_is_read_back() {
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            int[] arrivals = randomArrivals(random);
            TransportFeedback feedback = TransportFeedback.of(1, 2, 65_530, 0xFFFFFF, round & 0xFF, arrivals);
            String hex = Wire.written(feedback);
            TransportFeedback read = (TransportFeedback) Wire.read(hex).getFirst();
            assertThat(read).asString().isEqualTo(feedback.toString());
        }
    }

    @Test
    void a_report_says_when_a_step_is_too_large_for_it() {
        ArrivalReport report = new ArrivalReport(10);
        assertThat(report.add(1_000)).isTrue();
        assertThat(report.add(ArrivalReport.LOST)).isTrue();
        assertThat(report.add(1_000 + 32_768)).isFalse();
        assertThat(report.add(1_000 - 32_768)).isTrue();
        assertThat(report.count()).isEqualTo(3);
    }

    @Test
    void the_reference_is_the_multiple_of_64_ms_before_the_first_arrival() {
        ArrivalReport report = new ArrivalReport(10);
        report.add(ArrivalReport.LOST);
        report.add(256 * 3 + 17);
        report.add(256 * 3 + 18);
        ByteBuffer buffer = ByteBuffer.allocate(100);
        report.write(buffer, 1, 2, 9, 4);
        assertThat(HexFormat.of().formatHex(buffer.array(), 0, buffer.position()))
                .isEqualTo("8fcd0005" + "00000001" + "00000002" + "00090003" + "00000304" + "9800" + "1101");
    }

    private static int[] randomArrivals(Random random) {
        int[] arrivals = new int[1 + random.nextInt(100)];
        int time = random.nextInt(256);
        boolean first = true;
        double loss = random.nextDouble();
        for (int i = 0; i < arrivals.length; i++) {
            if (random.nextDouble() < loss) {
                arrivals[i] = LOST;
            } else {
                time += first ? 0 : random.nextInt(10) == 0 ? random.nextInt(60_000) - 30_000 : random.nextInt(256);
                first = false;
                arrivals[i] = time;
            }
        }
        if (first) {
            arrivals[arrivals.length - 1] = time;
        }
        return arrivals;
    }

    private static int[] arrivals(int count, String body) {
        TransportFeedback feedback =
                (TransportFeedback) Wire.read(packet(count, body)).getFirst();
        assertThat(feedback.baseSequence()).isEqualTo(5);
        assertThat(feedback.reference()).isEqualTo(2);
        assertThat(feedback.number()).isEqualTo(7);
        int[] arrivals = new int[feedback.count()];
        Arrays.setAll(arrivals, feedback::arrival);
        return arrivals;
    }

    private static String packet(int count, String body) {
        // Base 5, reference 2 units of 64 ms, feedback number 7.
        String hex = Wire.compact("00000001 00000002 0005%04x 00000207".formatted(count) + body);
        String padded = hex + "0".repeat((8 - hex.length() % 8) % 8);
        return "8fcd%04x".formatted(padded.length() / 8) + padded;
    }
}
