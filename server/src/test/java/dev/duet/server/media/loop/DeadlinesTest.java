// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private final Deadlines deadlines = new Deadlines();
    private final List<Integer> ran = new ArrayList<>();

    @Test
    void timers_run_in_the_order_of_their_times() {
        deadlines.schedule(timer(1), 30);
        deadlines.schedule(timer(2), 10);
        deadlines.schedule(timer(3), 20);
        assertThat(deadlines.nextAt()).isEqualTo(10);
        deadlines.run(20);
        assertThat(ran).containsExactly(2, 3);
        deadlines.run(30);
        assertThat(ran).containsExactly(2, 3, 1);
        assertThat(deadlines.nextAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void the_earlier_of_two_times_counts() {
        Deadlines.Timer timer = timer(1);
        deadlines.schedule(timer, 30);
        deadlines.schedule(timer, 10);
        deadlines.schedule(timer, 50);
        assertThat(deadlines.nextAt()).isEqualTo(10);
        deadlines.run(100);
        assertThat(ran).containsExactly(1);
    }

    @Test
    void a_cancelled_timer_does_not_run() {
        Deadlines.Timer timer = timer(1);
        deadlines.schedule(timer, 30);
        deadlines.cancel(timer);
        deadlines.cancel(timer);
        deadlines.run(100);
        assertThat(ran).isEmpty();
    }

    @Test
    void a_timer_may_schedule_itself_again() {
        Deadlines.Timer[] self = new Deadlines.Timer[1];
        self[0] = new Deadlines.Timer(() -> {
            ran.add(1);
            if (ran.size() < 3) {
                deadlines.schedule(self[0], ran.size() * 10L);
            }
        });
        deadlines.schedule(self[0], 0);
        deadlines.run(5);
        deadlines.run(15);
        assertThat(ran).hasSize(2);
        assertThat(deadlines.nextAt()).isEqualTo(20);
    }

    @Test
    void a_timer_that_is_due_at_once_again_does_not_hold_up_the_loop() {
        Deadlines.Timer[] self = new Deadlines.Timer[1];
        self[0] = new Deadlines.Timer(() -> {
            ran.add(1);
            deadlines.schedule(self[0], 0);
        });
        deadlines.schedule(self[0], 0);
        deadlines.run(10);
        assertThat(ran).hasSize(1);
    }

    @Test
    void random_use_agrees_with_a_sorted_list() {
        Random random = new Random(3);
        Map<Integer, Long> model = new HashMap<>();
        List<Deadlines.Timer> timers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            timers.add(timer(i));
        }
        for (int step = 0; step < 20_000; step++) {
            int i = random.nextInt(timers.size());
            long at = random.nextInt(1_000);
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    deadlines.schedule(timers.get(i), at);
                    model.merge(i, at, Math::min);
                }
                case 2 -> {
                    deadlines.cancel(timers.get(i));
                    model.remove(i);
                }
                default -> {
                    ran.clear();
                    deadlines.run(at / 10);
                    List<Integer> due = model.entrySet().stream()
                            .filter(entry -> entry.getValue() <= at / 10)
                            .map(Map.Entry::getKey)
                            .toList();
                    assertThat(ran).containsExactlyInAnyOrderElementsOf(due);
                    assertThat(ran).isSortedAccordingTo(Comparator.comparing(model::get));
                    due.forEach(model::remove);
                }
            }
            long next = model.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
            assertThat(deadlines.nextAt()).isEqualTo(next);
        }
    }

    private Deadlines.Timer timer(int number) {
        return new Deadlines.Timer(() -> ran.add(number));
    }
}
