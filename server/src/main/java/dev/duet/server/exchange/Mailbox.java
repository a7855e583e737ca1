// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One thread that does its tasks one after another, and one alarm. Whatever it owns needs no lock.
public final class Mailbox implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Mailbox.class.getName());

    /// Long enough to never matter, short enough not to overflow anything.
    private static final Duration FOREVER = Duration.ofHours(1);

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final int capacity;
    private final Clock clock;
    private final Runnable onAlarm;
    private final Thread thread;
    private volatile boolean closed;

    /// Of the mailbox thread alone.
    private @Nullable Instant alarm;

    /// A mailbox that is not open yet.
    ///
    /// @param capacity how many tasks may wait before [#offer] refuses more
    /// @param onAlarm runs on the mailbox thread
    public Mailbox(String name, int capacity, Clock clock, Runnable onAlarm) {
        this.capacity = capacity;
        this.clock = clock;
        this.onAlarm = onAlarm;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void open() {
        thread.start();
    }

    /// Takes a task unless the mailbox is full or closed.
    public boolean offer(Runnable task) {
        return !closed && tasks.size() < capacity && tasks.add(task);
    }

    /// Takes a task that must not be lost, full or not; it is lost only when the mailbox is closed.
    public void post(Runnable task) {
        tasks.add(task);
    }

    /// Sets the alarm, replacing the one set before. On the mailbox thread only.
    public void wakeAt(Instant at) {
        alarm = at;
    }

    /// Looks at the clock again, after somebody moved it.
    public void nudge() {
        post(() -> {});
    }

    /// How many tasks wait.
    public int depth() {
        return tasks.size();
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        while (!closed) {
            try {
                Runnable task = isDue() ? this::ring : tasks.poll(untilAlarm().toNanos(), TimeUnit.NANOSECONDS);
                if (task != null) {
                    task.run();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a task of " + thread.getName() + " failed; this is a bug", e);
            }
        }
    }

    private boolean isDue() {
        return alarm != null && !clock.instant().isBefore(alarm);
    }

    private void ring() {
        alarm = null;
        onAlarm.run();
    }

    private Duration untilAlarm() {
        if (alarm == null) {
            return FOREVER;
        }
        Duration left = Duration.between(clock.instant(), alarm);
        return left.isNegative() ? Duration.ZERO : left.compareTo(FOREVER) > 0 ? FOREVER : left;
    }

    /// Ends after the running task; what waits is dropped.
    @Override
    public void close() {
        closed = true;
        nudge();
        try {
            if (Thread.currentThread() != thread && !thread.join(Duration.ofSeconds(2))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
