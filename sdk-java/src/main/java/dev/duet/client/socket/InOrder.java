// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.socket;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Runs tasks on an executor one after another, in the order in which they came, whatever threads it has. A task that
/// throws is reported as an uncaught exception and disturbs no other. Internal to the SDK.
public final class InOrder implements Executor {
    private final Executor threads;
    private final Consumer<RuntimeException> refused;
    private final Queue<Runnable> waiting = new ArrayDeque<>(2);
    private boolean running;

    /// @param refused is told when the executor takes no tasks any more
    public InOrder(Executor threads, Consumer<RuntimeException> refused) {
        this.threads = threads;
        this.refused = refused;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        hand();
    }

    private void hand() {
        try {
            threads.execute(this::next);
        } catch (RuntimeException shutDown) {
            synchronized (waiting) {
                running = false;
                waiting.clear();
            }
            refused.accept(shutDown);
        }
    }

    private void next() {
        Runnable task;
        synchronized (waiting) {
            task = waiting.remove();
        }
        guarded(task);
        synchronized (waiting) {
            running = !waiting.isEmpty();
            if (!running) {
                return;
            }
        }
        hand();
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException fault) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
        }
    }
}
