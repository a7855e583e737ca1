// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import android.util.Log;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The thread of one connection. What comes after its last work is dropped, as callbacks of the library may.
final class OwnerThread {
    private static final String TAG = "duet";
    private static final long PATIENCE_SECONDS = 30;

    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), code -> AppThreads.daemon(code, "duet-media"));

    void execute(Runnable work) {
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

    /// Ends behind this; a second call does nothing.
    synchronized void finish(Runnable last) {
        if (tryExecute(last)) {
            executor.shutdown();
        }
    }

    /// Waits for the end.
    void await() {
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Log.w(TAG, "A media connection does not end.");
            }
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError bug) {
            Log.w(TAG, "The media engine failed.", bug);
        }
    }
}
