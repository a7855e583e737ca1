// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Threads on which the app may wait as long as it likes: as many as wait, none when nobody does.
final class AppThreads {
    private static final ExecutorService POOL = Executors.newCachedThreadPool(code -> daemon(code, "duet-media-app"));

    private AppThreads() {}

    static void run(Runnable work) {
        POOL.execute(work);
    }

    static Thread daemon(Runnable code, String name) {
        Thread thread = new Thread(code, name);
        thread.setDaemon(true);
        return thread;
    }
}
