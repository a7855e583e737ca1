// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.engine;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The way of one kind from the app's source to the owner's thread. When the owner is busy, the oldest are lost.
public final class Outlet<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private final int limit;
    private final Executor owner;
    private final Consumer<T> push;
    private @Nullable Runnable detach;
    private boolean closed;

    /// @param push called on the owner's thread
    public Outlet(int limit, Executor owner, Consumer<T> push) {
        this.limit = limit;
        this.owner = owner;
        this.push = push;
    }

    /// Takes from another source from now on.
    ///
    /// @param attach begins it; null takes from none
    /// @param release ends it
    public void take(@Nullable Runnable attach, @Nullable Runnable release) {
        Runnable former;
        lock.lock();
        try {
            former = detach;
            detach = closed ? null : release;
            waiting.clear();
        } finally {
            lock.unlock();
        }
        if (former != null) {
            former.run();
        }
        if (attach != null && !closed) {
            attach.run();
        }
    }

    public void offer(T value) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (waiting.size() == limit) {
                waiting.removeFirst();
            } else {
                owner.execute(this::pushNext);
            }
            waiting.addLast(value);
        } finally {
            lock.unlock();
        }
    }

    private void pushNext() {
        T next;
        lock.lock();
        try {
            next = waiting.pollFirst();
        } finally {
            lock.unlock();
        }
        if (next != null) {
            push.accept(next);
        }
    }

    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        take(null, null);
    }
}
