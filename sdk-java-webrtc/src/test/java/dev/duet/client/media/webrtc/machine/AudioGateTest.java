// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.machine;

import static dev.duet.client.media.webrtc.machine.AudioGate.Next.COUNT;
import static dev.duet.client.media.webrtc.machine.AudioGate.Next.NOTHING;
import static dev.duet.client.media.webrtc.machine.AudioGate.Next.STOP_RECORDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AudioGateTest {
    private final AudioGate gate = new AudioGate();

    @Test
    void it_opens_once_the_recording_thread_was_seen_and_stopped() {
        assertThat(gate.connected(true)).isEqualTo(COUNT);
        assertThat(gate.counted(0)).isEqualTo(COUNT);
        assertThat(gate.open()).isFalse();
        assertThat(gate.counted(1)).isEqualTo(STOP_RECORDING);
        assertThat(gate.open()).isTrue();
    }

    @Test
    void it_is_shut_while_a_negotiation_goes_on_and_recording_is_stopped_behind_it() {
        open();
        gate.negotiationBegins();
        assertThat(gate.open()).isFalse();
        assertThat(gate.negotiationEnds()).isEqualTo(STOP_RECORDING);
        assertThat(gate.open()).isTrue();
    }

    @Test
    void packets_counted_before_a_negotiation_prove_nothing_in_it() {
        gate.connected(true);
        gate.negotiationBegins();
        assertThat(gate.counted(5)).isEqualTo(NOTHING);
        assertThat(gate.open()).isFalse();
        assertThat(gate.negotiationEnds()).isEqualTo(COUNT);
    }

    @Test
    void nothing_is_counted_without_a_connection() {
        assertThat(gate.connected(false)).isEqualTo(NOTHING);
        gate.connected(true);
        gate.connected(false);
        assertThat(gate.counted(0)).isEqualTo(NOTHING);
    }

    @Test
    void a_connection_lost_and_found_leaves_it_open() {
        open();
        assertThat(gate.connected(false)).isEqualTo(NOTHING);
        assertThat(gate.connected(true)).isEqualTo(NOTHING);
        assertThat(gate.open()).isTrue();
    }

    @Test
    void it_is_never_open_in_a_negotiation_nor_before_recording_was_stopped() {
        Random random = new Random(3);
        boolean stopped = false;
        int negotiations = 0;
        for (int i = 0; i < 20_000; i++) {
            AudioGate.Next next = NOTHING;
            switch (random.nextInt(4)) {
                case 0 -> next = gate.connected(random.nextBoolean());
                case 1 -> next = gate.counted(random.nextInt(3));
                case 2 -> {
                    gate.negotiationBegins();
                    negotiations++;
                }
                default -> {
                    if (negotiations > 0) {
                        negotiations--;
                        next = gate.negotiationEnds();
                    }
                }
            }
            stopped |= next == STOP_RECORDING;
            assertThat(gate.open()).isEqualTo(stopped && negotiations == 0);
        }
    }

    private void open() {
        gate.connected(true);
        gate.counted(1);
    }
}
