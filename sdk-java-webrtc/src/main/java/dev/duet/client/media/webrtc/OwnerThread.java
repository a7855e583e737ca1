// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The thread of one connection. What comes after its last work is dropped, as callbacks of the library may.
final class OwnerThread implements Executor {
    private static final Logger LOG = System.getLogger(OwnerThread.class.getName());

    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("duet-media-", 0).factory());

    @Override
    public void execute(Runnable work) {
        boolean unused = tryExecute(work);
    }

    /// `false` when it takes no more.
    boolean tryExecute(Runnable work) {
        try {
            executor.execute(() -> run(work));
            return true;
        } catch (RejectedExecutionException finished) {
            return false;
        }
    }

    void schedule(Runnable work, long delayMillis) {
        CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS, this)
                .execute(work);
    }

    /// Ends behind this; a second call does nothing.
    synchronized void finish(Runnable last) {
        if (tryExecute(last)) {
            executor.shutdown();
        }
    }

    /// Waits for the end.
    void await(long time, TimeUnit unit) {
        try {
            if (!executor.awaitTermination(time, unit)) {
                LOG.log(Level.WARNING, "A media connection does not end.");
            }
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error bug) {
            LOG.log(Level.WARNING, "The media engine failed.", bug);
        }
    }
}
