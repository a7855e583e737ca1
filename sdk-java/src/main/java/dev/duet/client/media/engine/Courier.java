// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.engine;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Brings values to the app one after another, on a thread that it asks for when there are any. Who hands them over
/// never
/// waits: when the app is slow, the oldest are lost.
public final class Courier<T> {
    private static final Logger LOG = Logger.getLogger(Courier.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private final int limit;
    private final Executor threads;
    private @Nullable Consumer<T> receiver;
    private boolean running;

    /// @param threads one on which the app may wait as long as it likes
    public Courier(int limit, Executor threads) {
        this.limit = limit;
        this.threads = threads;
    }

    /// What waits for the former receiver is dropped.
    public void bringTo(@Nullable Consumer<T> next) {
        lock.lock();
        try {
            receiver = next;
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    /// Whether a value would go anywhere.
    public boolean wanted() {
        lock.lock();
        try {
            return receiver != null;
        } finally {
            lock.unlock();
        }
    }

    public void bring(T value) {
        lock.lock();
        try {
            if (receiver == null) {
                return;
            }
            if (waiting.size() == limit) {
                waiting.removeFirst();
            }
            waiting.addLast(value);
            if (!running) {
                running = true;
                threads.execute(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (Runnable next = next(); next != null; next = next()) {
            try {
                next.run();
            } catch (RuntimeException | Error bug) {
                LOG.log(Level.WARNING, "A sink or listener of the app failed.", bug);
            }
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            T value = waiting.pollFirst();
            Consumer<T> to = receiver;
            running = value != null && to != null;
            return value != null && to != null ? () -> to.accept(value) : null;
        } finally {
            lock.unlock();
        }
    }
}
