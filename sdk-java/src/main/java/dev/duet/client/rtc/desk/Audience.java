// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.desk;

import dev.duet.client.rtc.told.RtcCloudListener;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The listeners of a room, told on the app's executor; the same one twice counts once.
public final class Audience {
    private final Executor app;
    private final CopyOnWriteArrayList<RtcCloudListener> listeners = new CopyOnWriteArrayList<>();

    /// Of an app.
    ///
    /// @param app runs one task after another
    public Audience(Executor app) {
        this.app = app;
    }

    public void add(RtcCloudListener listener) {
        listeners.addIfAbsent(listener);
    }

    public void remove(@Nullable RtcCloudListener listener) {
        listeners.remove(listener);
    }

    public void clear() {
        listeners.clear();
    }

    public void tell(Consumer<RtcCloudListener> what) {
        try {
            app.execute(() -> listeners.forEach(listener -> guarded(listener, what)));
        } catch (RejectedExecutionException shutDown) {
            // The app wants to hear nothing any more.
        }
    }

    private static void guarded(RtcCloudListener listener, Consumer<RtcCloudListener> what) {
        try {
            what.accept(listener);
        } catch (RuntimeException fault) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
        }
    }
}
