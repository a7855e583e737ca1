// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AllowanceTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void it_allows_its_burst_at_once_and_not_one_more(Limit limit) {
        Allowance allowance = new Allowance(limit);

        for (int i = 0; i < limit.burst(); i++) {
            assertThat(allowance.take(NOW)).isTrue();
        }
        assertThat(allowance.take(NOW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void it_allows_one_more_after_each_refill(Limit limit) {
        Allowance allowance = new Allowance(limit);
        assertThat(allowance.take(limit.burst(), NOW)).isTrue();

        assertThat(allowance.take(NOW.plus(limit.refill()).minusNanos(1))).isFalse();
        assertThat(allowance.take(NOW.plus(limit.refill()))).isTrue();
        assertThat(allowance.take(NOW.plus(limit.refill()))).isFalse();
    }

    @Test
    void a_long_rest_saves_no_more_than_the_burst() {
        Allowance allowance = new Allowance(Limit.INVITES);
        allowance.take(NOW);
        Instant later = NOW.plus(Duration.ofDays(1));

        assertThat(allowance.take(Limit.INVITES.burst() + 1, later)).isFalse();
        assertThat(allowance.take(Limit.INVITES.burst(), later)).isTrue();
    }

    @Test
    void what_is_refused_costs_nothing() {
        Allowance allowance = new Allowance(Limit.CUSTOM_COMMAND_BYTES);
        allowance.take(8000, NOW);

        assertThat(allowance.take(1000, NOW)).isFalse();
        assertThat(allowance.take(192, NOW)).isTrue();
    }

    @Test
    void a_clock_that_steps_back_gives_nothing_away() {
        Allowance allowance = new Allowance(Limit.INVITES);
        allowance.take(Limit.INVITES.burst(), NOW);

        assertThat(allowance.take(NOW.minusSeconds(60))).isFalse();
    }

    @Test
    void it_is_as_good_as_new_when_it_is_full() {
        Allowance allowance = new Allowance(Limit.INVITES);
        allowance.take(10, NOW);

        assertThat(allowance.fullAt()).isEqualTo(NOW.plus(Limit.INVITES.refill().multipliedBy(10)));
    }
}
