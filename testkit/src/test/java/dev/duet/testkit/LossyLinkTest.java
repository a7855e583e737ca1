// SPDX-License-Identifier: Apache-2.0
package dev.duet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossyLinkTest {
    private static final long MILLI = 1_000_000;
    private static final LinkConditions CLEAN = LinkConditions.clean(Duration.ofMillis(10));

    @Test
    void a_clean_link_delays_and_keeps_the_order() {
        LossyLink<Integer> link = new LossyLink<>(CLEAN, 1);
        link.send(1, 100, 0);
        link.send(2, 100, MILLI);
        assertThat(link.nextAt()).isEqualTo(10 * MILLI);
        assertThat(link.poll(9 * MILLI)).isNull();
        assertThat(link.poll(10 * MILLI)).isEqualTo(1);
        assertThat(link.poll(10 * MILLI)).isNull();
        assertThat(link.poll(11 * MILLI)).isEqualTo(2);
        assertThat(link.nextAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void the_same_seed_gives_the_same_outcome() {
        LinkConditions rough = CLEAN.withLoss(0.2)
                .withJitter(Duration.ofMillis(5))
                .withReordering(0.1, Duration.ofMillis(7))
                .withDuplication(0.1);
        assertThat(through(new LossyLink<>(rough, 7))).isEqualTo(through(new LossyLink<>(rough, 7)));
        assertThat(through(new LossyLink<>(rough, 7))).isNotEqualTo(through(new LossyLink<>(rough, 8)));
    }

    @Test
    void loss_is_as_often_as_asked() {
        LossyLink<Integer> link = new LossyLink<>(CLEAN.withLoss(0.1), 1);
        assertThat(through(link)).hasSizeBetween(870, 930);
        assertThat(link.lost()).isBetween(70L, 130L);
        assertThat(link.sent()).isEqualTo(1000);
    }

    @Test
    void jitter_alone_keeps_the_order() {
        assertThat(through(new LossyLink<>(CLEAN.withJitter(Duration.ofMillis(50)), 1)))
                .isSorted()
                .hasSize(1000);
    }

    @Test
    void reordering_and_duplication_change_what_comes_when() {
        assertThat(through(new LossyLink<>(CLEAN.withReordering(0.1, Duration.ofMillis(5)), 1)))
                .hasSize(1000)
                .isNotEqualTo(through(new LossyLink<>(CLEAN, 1)));
        assertThat(through(new LossyLink<>(CLEAN.withDuplication(0.1), 1))).hasSizeBetween(1070, 1130);
    }

    @Test
    void a_rate_spaces_datagrams_and_drops_what_waits_too_long() {
        // 8 Mbit/s: a datagram of 1,000 bytes takes a millisecond; the queue holds 300 of them.
        LossyLink<Integer> link = new LossyLink<>(CLEAN.withRate(8_000_000), 1);
        for (int i = 0; i < 400; i++) {
            link.send(i, 1_000, 0);
        }
        assertThat(link.nextAt()).isEqualTo(11 * MILLI);
        assertThat(link.poll(11 * MILLI)).isZero();
        assertThat(link.nextAt()).isEqualTo(12 * MILLI);
        assertThat(link.lost()).isEqualTo(100);
    }

    private static List<Integer> through(LossyLink<Integer> link) {
        List<Integer> arrived = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            if (i < 1_000) {
                link.send(i, 100, i * MILLI);
            }
            for (Integer item = link.poll(i * MILLI); item != null; item = link.poll(i * MILLI)) {
                arrived.add(item);
            }
        }
        return arrived;
    }
}
