// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InTurnTest {
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final InTurn inTurn = new InTurn(threads::push);
    private final List<String> log = new ArrayList<>();

    @Test
    void each_waits_for_the_one_before_also_when_that_failed() {
        inTurn.execute(() -> {
            log.add("close");
            throw new IllegalStateException("stuck");
        });
        inTurn.execute(() -> log.add("open"));
        assertThat(threads).hasSize(1);
        threads.pop().run();
        assertThat(threads).hasSize(1);
        threads.pop().run();
        assertThat(log).containsExactly("close", "open");
    }
}
