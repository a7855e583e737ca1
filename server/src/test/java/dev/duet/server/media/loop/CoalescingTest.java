// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoalescingTest {
    private static final long SECOND = 1_000_000_000;

    @ParameterizedTest
    @CsvSource({"500, 0", "1900, 0", "2500, 1000000", "12000, 1000000", "24000, 500000", "48000, 250000"})
    void a_pause_gathers_a_dozen_packets_but_never_lasts_long(int packetsPerSecond, long pauseNanos) {
        Coalescing coalescing = new Coalescing();
        long pause = 0;
        long now = 0;
        for (int packet = 0; packet < packetsPerSecond; packet++) {
            now = packet * SECOND / packetsPerSecond;
            pause = coalescing.after(1, now);
        }
        assertThat(pause).isBetween(pauseNanos * 9 / 10, pauseNanos * 11 / 10);
    }
}
