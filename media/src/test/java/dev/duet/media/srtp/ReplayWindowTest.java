// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.srtp.ReplayWindow.Freshness;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {
    @Test
    void it_agrees_with_a_set_of_all_indexes() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            ReplayWindow window = new ReplayWindow();
            Set<Long> accepted = new HashSet<>();
            long highest = -1;
            for (int step = 0; step < 10_000; step++) {
                int reach = random.nextInt(50) == 0 ? 5000 : 1100;
                long index = Math.max(0, highest + random.nextInt(reach) - reach * 3 / 4);
                Freshness expected = index <= highest - ReplayWindow.SIZE
                        ? Freshness.TOO_OLD
                        : accepted.contains(index) ? Freshness.SEEN : Freshness.NEW;
                assertThat(window.judge(index))
                        .as("seed %d step %d index %d", seed, step, index)
                        .isEqualTo(expected);
                if (expected == Freshness.NEW) {
                    window.accept(index);
                    accepted.add(index);
                    highest = Math.max(highest, index);
                }
                assertThat(window.highest()).isEqualTo(highest);
            }
        }
    }
}
