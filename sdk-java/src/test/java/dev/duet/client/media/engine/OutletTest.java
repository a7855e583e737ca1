// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutletTest {
    private final ArrayDeque<Runnable> owner = new ArrayDeque<>();
    private final List<Integer> pushed = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final Outlet<Integer> outlet = new Outlet<>(2, owner::add, pushed::add);

    @Test
    void a_busy_owner_gets_the_latest() {
        for (int i = 0; i < 10; i++) {
            outlet.offer(i);
        }
        assertThat(owner).hasSize(2);
        runOwner();
        assertThat(pushed).containsExactly(8, 9);
    }

    @Test
    void the_former_source_is_let_go_before_the_next_is_taken() {
        take("first");
        take("second");
        outlet.close();
        assertThat(sources).containsExactly("+first", "-first", "+second", "-second");
    }

    @Test
    void a_closed_outlet_takes_nothing() {
        outlet.close();
        take("late");
        outlet.offer(1);
        runOwner();
        assertThat(sources).isEmpty();
        assertThat(pushed).isEmpty();
    }

    private void take(String name) {
        outlet.take(() -> sources.add("+" + name), () -> sources.add("-" + name));
    }

    private void runOwner() {
        for (Runnable next = owner.poll(); next != null; next = owner.poll()) {
            next.run();
        }
    }
}
