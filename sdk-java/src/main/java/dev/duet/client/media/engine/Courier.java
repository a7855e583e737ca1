// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings values to the app one after another, on a virtual thread that lives while there are any. Who hands them over
/// never waits: when the app is slow, the oldest are lost.
final class Courier<T> {
    private static final Logger LOG = System.getLogger(Courier.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private final int limit;
    private @Nullable Consumer<T> receiver;
    private boolean running;

    Courier(int limit) {
        this.limit = limit;
    }

    /// What waits for the former receiver is dropped.
    void bringTo(@Nullable Consumer<T> next) {
        lock.lock();
        try {
            receiver = next;
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    /// Whether a value would go anywhere.
    boolean wanted() {
        lock.lock();
        try {
            return receiver != null;
        } finally {
            lock.unlock();
        }
    }

    void bring(T value) {
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
                Thread.ofVirtual().name("duet-media-sink").start(this::run);
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
