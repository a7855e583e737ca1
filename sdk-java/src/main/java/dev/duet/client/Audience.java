// SPDX-License-Identifier: Apache-2.0
package dev.duet.client;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Listeners in the order they came, told on the app's executor; the same one twice counts once. Internal to the SDK.
public final class Audience<L> {
    private final Set<L> listeners = new CopyOnWriteArraySet<>();
    private final Executor events;

    public Audience(Executor events) {
        this.events = events;
    }

    public Result<Void> add(@Nullable L listener) {
        if (listener == null) {
            return Result.refused(Code.INVALID_PARAMETERS, "listener must be an object.");
        }
        listeners.add(listener);
        return Result.done();
    }

    /// Returns what takes the listener off again.
    public Runnable on(L listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Null takes every one off.
    public Result<Void> remove(@Nullable L listener) {
        if (listener == null) {
            listeners.clear();
        } else {
            listeners.remove(listener);
        }
        return Result.done();
    }

    /// Each in a task of its own, so that one that throws disturbs no other. Who is a listener is judged when its turn
    /// comes: one that was taken off is told nothing any more.
    public void tell(Consumer<L> what) {
        for (L listener : listeners) {
            events.execute(() -> {
                if (listeners.contains(listener)) {
                    what.accept(listener);
                }
            });
        }
    }
}
