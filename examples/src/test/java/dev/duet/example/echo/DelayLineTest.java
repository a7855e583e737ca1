// SPDX-License-Identifier: Apache-2.0
package dev.duet.example.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelayLineTest {
    private static final long MILLI = 1_000_000;

    private final List<String> out = new ArrayList<>();
    private final DelayLine<String> line = new DelayLine<>(Duration.ofMillis(20), out::add);

    @Test
    void nothing_comes_out_before_its_time() {
        line.put("a", 0);
        line.put("b", 19 * MILLI);
        assertThat(out).isEmpty();
    }

    @Test
    void what_is_due_comes_out_in_its_order() {
        line.put("a", 0);
        line.put("b", 5 * MILLI);
        line.put("c", 10 * MILLI);
        line.put("d", 25 * MILLI);
        assertThat(out).containsExactly("a", "b");
    }

    @Test
    void a_clock_that_passes_its_largest_number_delays_as_ever() {
        line.put("a", Long.MAX_VALUE - MILLI);
        line.put("b", Long.MIN_VALUE);
        assertThat(out).isEmpty();
        line.put("c", Long.MIN_VALUE + 19 * MILLI);
        assertThat(out).containsExactly("a");
    }
}
