// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.quota.Limit;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowancesTest {
    private static final Limit LIMIT = Limit.REFUSED_TICKETS;

    private final Allowances allowances = new Allowances(LIMIT);
    private final Instant now = Instant.EPOCH;

    @Test
    void each_has_its_own() {
        for (int taken = 0; taken < LIMIT.burst(); taken++) {
            assertThat(allowances.isUsedUp("one", now)).isFalse();
            assertThat(allowances.take("one", now)).isTrue();
        }
        assertThat(allowances.isUsedUp("one", now)).isTrue();
        assertThat(allowances.take("one", now)).isFalse();
        assertThat(allowances.isUsedUp("two", now)).isFalse();
    }

    @Test
    void what_is_used_up_comes_back_with_time() {
        for (int taken = 0; taken < LIMIT.burst(); taken++) {
            allowances.take("one", now);
        }
        assertThat(allowances.isUsedUp("one", now.plus(LIMIT.refill()).minusMillis(1)))
                .isTrue();
        assertThat(allowances.isUsedUp("one", now.plus(LIMIT.refill()))).isFalse();
    }

    @Test
    void only_so_many_are_remembered() {
        for (int taken = 0; taken < LIMIT.burst(); taken++) {
            allowances.take("one", now);
        }
        for (int other = 0; other < 10_000; other++) {
            allowances.take("other " + other, now);
        }
        assertThat(allowances.isUsedUp("one", now)).isFalse();
    }
}
