// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResendBufferTest {
    private static final long MILLI = 1_000_000;
    private static final long GAP = 50 * MILLI;

    private final ResendBuffer buffer = new ResendBuffer();
    private final ByteBuffer into = ByteBuffer.allocate(1600);

    @Test
    void a_kept_packet_comes_back_as_it_was() {
        keep(65_535, 1200, 0);
        keep(0, 300, 0);
        assertThat(taken(65_535, 10)).containsExactly(packet(65_535, 1200));
        assertThat(taken(0, 10)).containsExactly(packet(0, 300));
    }

    @Test
    void an_unknown_packet_does_not_come() {
        keep(5, 100, 0);
        assertThat(buffer.take(6, 0, GAP, into)).isFalse();
        assertThat(buffer.take(5 + ResendBuffer.ENTRIES, 0, GAP, into)).isFalse();
    }

    @Test
    void a_packet_is_not_sent_again_within_the_gap() {
        keep(5, 100, 0);
        assertThat(buffer.take(5, 10 * MILLI, GAP, into)).isTrue();
        assertThat(buffer.take(5, 59 * MILLI, GAP, into)).isFalse();
        assertThat(buffer.take(5, 60 * MILLI, GAP, into)).isTrue();
    }

    @Test
    void an_old_packet_makes_room_for_a_new_one_under_the_same_index() {
        keep(5, 100, 0);
        keep(5 + ResendBuffer.ENTRIES, 100, 1);
        assertThat(buffer.take(5, 2, GAP, into)).isFalse();
    }

    @Test
    void it_grows_to_hold_a_second_of_a_fast_stream() {
        // 3.6 Mbit/s: 450 kB a second
        int sequence = 0;
        for (int millis = 0; millis < 5_000; millis += 20) {
            for (int i = 0; i < 8; i++) {
                keep(sequence++ & 0xFFFF, 1125, millis);
            }
        }
        for (int back = 1; back <= 390; back++) {
            int wanted = (sequence - back) & 0xFFFF;
            assertThat(taken(wanted, 5_000)).as("%d back", back).containsExactly(packet(wanted, 1125));
        }
    }

    @Test
    void what_was_overwritten_does_not_come_back_wrong() {
        for (int sequence = 0; sequence < 20_000; sequence++) {
            keep(sequence, 200 + sequence % 1200, sequence);
            for (int back = 0; back < ResendBuffer.ENTRIES; back += 37) {
                int wanted = sequence - back;
                if (wanted >= 0 && buffer.take(wanted, sequence * MILLI, 0, into)) {
                    assertThat(into.remaining()).isEqualTo(200 + wanted % 1200);
                    assertThat(into.get(into.limit() - 1)).isEqualTo((byte) wanted);
                }
            }
        }
    }

    private void keep(int sequence, int length, long millis) {
        ByteBuffer packet = ByteBuffer.allocate(length + 7);
        packet.position(7);
        packet.put(packet(sequence, length)).position(7);
        buffer.keep(sequence, packet, millis * MILLI);
        assertThat(packet.remaining()).isEqualTo(length);
    }

    private byte[] taken(int sequence, long millis) {
        assertThat(buffer.take(sequence, millis * MILLI, GAP, into)).isTrue();
        byte[] bytes = new byte[into.remaining()];
        into.get(bytes);
        return bytes;
    }

    private static byte[] packet(int sequence, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) sequence);
        return bytes;
    }
}
