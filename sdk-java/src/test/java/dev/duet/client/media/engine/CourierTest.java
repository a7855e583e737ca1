// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class CourierTest {
    @Test
    void a_slow_receiver_loses_the_oldest_and_keeps_the_order() throws Exception {
        Courier<Integer> courier = new Courier<>(3, Thread::startVirtualThread);
        List<Integer> got = new CopyOnWriteArrayList<>();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        courier.bringTo(value -> {
            got.add(value);
            inside.countDown();
            await(free);
        });
        courier.bring(0);
        inside.await();
        for (int i = 1; i <= 10; i++) {
            courier.bring(i);
        }
        free.countDown();
        until("the last three", () -> got.equals(List.of(0, 8, 9, 10)));
    }

    @Test
    void what_a_receiver_throws_does_not_stop_the_next() {
        Courier<Integer> courier = new Courier<>(3, Thread::startVirtualThread);
        List<Integer> got = new CopyOnWriteArrayList<>();
        courier.bringTo(value -> {
            got.add(value);
            throw new IllegalStateException("a bug of the app, thrown by a test");
        });
        courier.bring(1);
        courier.bring(2);
        until("both", () -> got.equals(List.of(1, 2)));
    }

    @Test
    void nothing_comes_to_nobody() {
        Courier<Integer> courier = new Courier<>(3, Thread::startVirtualThread);
        assertThat(courier.wanted()).isFalse();
        courier.bring(1);
        List<Integer> got = new CopyOnWriteArrayList<>();
        courier.bringTo(got::add);
        courier.bring(2);
        until("the second", () -> got.equals(List.of(2)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("not in time: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
