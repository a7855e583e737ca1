// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How long a test waits for what must come: 10 s, which only a broken one uses up.
final class Patience {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(5);

    private Patience() {}

    /// The next in the queue.
    static <T> T poll(BlockingQueue<T> queue, String complaint) {
        try {
            T next = queue.poll(MOST.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new AssertionError(complaint + within());
            }
            return next;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + complaint, stopped);
        }
    }

    /// What the look finds once it finds something.
    static <T> T until(Supplier<? extends @Nullable T> look, Supplier<String> complaint) {
        long giveUp = System.nanoTime() + MOST.toNanos();
        T found = look.get();
        while (found == null) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError(complaint.get() + within());
            }
            LockSupport.parkNanos(LOOK.toNanos());
            found = look.get();
        }
        return found;
    }

    private static String within() {
        return " within " + MOST.toSeconds() + " s";
    }
}
