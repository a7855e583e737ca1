// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.talk;

import java.util.concurrent.atomic.AtomicBoolean;

/// Something that is done once: when it is closed, or else when the process ends, as by Ctrl-C.
public final class OnExit implements AutoCloseable {
    private final AtomicBoolean done = new AtomicBoolean();
    private final Runnable work;
    private final Thread hook = new Thread(this::once, "duet-exit");

    private OnExit(Runnable work) {
        this.work = work;
    }

    public static OnExit run(Runnable work) {
        OnExit exit = new OnExit(work);
        Runtime.getRuntime().addShutdownHook(exit.hook);
        return exit;
    }

    private void once() {
        if (done.compareAndSet(false, true)) {
            work.run();
        }
    }

    @Override
    public void close() {
        once();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process ends, and the hook finds that it is done.
        }
    }
}
