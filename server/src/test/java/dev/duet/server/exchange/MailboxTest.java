// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-23T08:00:00Z"));
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Mailbox mailbox = new Mailbox("test", 3, time, () -> done.add("alarm"));

    @AfterEach
    void stop() {
        mailbox.close();
    }

    /// Everything given before has been done when this returns.
    private void settle() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        mailbox.post(reached::countDown);
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void wakeAt(Instant at) throws InterruptedException {
        mailbox.post(() -> mailbox.wakeAt(at));
        settle();
    }

    @Test
    void tasks_are_done_one_after_another_in_order() throws InterruptedException {
        mailbox.offer(() -> done.add("a"));
        mailbox.offer(() -> done.add("b"));
        mailbox.open();
        settle();
        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void a_full_mailbox_refuses_offers_and_takes_what_must_not_be_lost() throws InterruptedException {
        for (int task = 0; task < 3; task++) {
            assertThat(mailbox.offer(() -> done.add("offer"))).isTrue();
        }
        assertThat(mailbox.offer(() -> done.add("refused"))).isFalse();
        mailbox.post(() -> done.add("post"));
        mailbox.open();
        settle();
        assertThat(done).containsExactly("offer", "offer", "offer", "post");
        assertThat(mailbox.offer(() -> done.add("again"))).isTrue();
    }

    @Test
    void the_alarm_rings_once_when_its_time_has_come() throws InterruptedException {
        mailbox.open();
        wakeAt(time.instant().plusSeconds(5));
        time.advance(Duration.ofSeconds(4));
        mailbox.nudge();
        settle();
        assertThat(done).isEmpty();

        time.advance(Duration.ofSeconds(1));
        mailbox.nudge();
        settle();
        settle();
        assertThat(done).containsExactly("alarm");
    }

    @Test
    void a_later_alarm_replaces_an_earlier_one() throws InterruptedException {
        mailbox.open();
        wakeAt(time.instant().plusSeconds(1));
        wakeAt(time.instant().plusSeconds(10));
        time.advance(Duration.ofSeconds(5));
        mailbox.nudge();
        settle();
        settle();
        assertThat(done).isEmpty();
    }

    @Test
    void an_alarm_in_the_past_rings_at_once() throws InterruptedException {
        mailbox.open();
        wakeAt(time.instant().minusSeconds(1));
        settle();
        assertThat(done).containsExactly("alarm");
    }

    @Test
    void a_task_that_fails_does_not_end_the_mailbox() throws InterruptedException {
        mailbox.open();
        mailbox.offer(() -> {
            throw new IllegalStateException("a bug planted by this test");
        });
        mailbox.offer(() -> done.add("next"));
        settle();
        assertThat(done).containsExactly("next");
        assertThat(mailbox.isAlive()).isTrue();
    }

    @Test
    void a_closed_mailbox_takes_nothing() {
        mailbox.open();
        mailbox.close();
        assertThat(mailbox.offer(() -> done.add("late"))).isFalse();
        assertThat(mailbox.isAlive()).isFalse();
    }
}
