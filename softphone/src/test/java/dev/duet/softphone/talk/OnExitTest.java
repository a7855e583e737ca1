// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnExitTest {
    @Test
    void it_is_done_when_closed_and_not_before_and_not_twice() {
        AtomicInteger done = new AtomicInteger();
        OnExit exit = OnExit.run(done::incrementAndGet);
        assertThat(done).hasValue(0);
        exit.close();
        exit.close();
        assertThat(done).hasValue(1);
    }
}
