// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.flow;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Two daemon threads that keep time for all sources that have no clock of their own.
public final class Pace {
    private static final Logger LOG = Logger.getLogger(Pace.class.getName());
    private static final ScheduledThreadPoolExecutor THREADS = threads();

    private Pace() {}

    /// Something that is done again and again.
    public interface Run {
        /// It is not begun any more; one that is going on ends by itself.
        void stop();
    }

    private static ScheduledThreadPoolExecutor threads() {
        AtomicInteger number = new AtomicInteger();
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2, code -> {
            Thread thread = new Thread(code, "duet-media-pace-" + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
        threads.setRemoveOnCancelPolicy(true);
        return threads;
    }

    /// Does it so many times a second, never twice at once; what was missed is made up for. What it throws is logged.
    ///
    /// @param timesPerSecond more than 0, at most 1,000
    public static Run every(double timesPerSecond, Runnable work) {
        if (!(timesPerSecond > 0 && timesPerSecond <= 1_000)) {
            throw new IllegalArgumentException(timesPerSecond + " times a second, must be more than 0, at most 1000");
        }
        ScheduledFuture<?> running = THREADS.scheduleAtFixedRate(
                () -> attempt(work), 0, (long) (1e9 / timesPerSecond), TimeUnit.NANOSECONDS);
        return () -> running.cancel(false);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException bug) {
            LOG.log(Level.WARNING, "A source failed.", bug);
        }
    }
}
