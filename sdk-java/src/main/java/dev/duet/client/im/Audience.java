// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import dev.duet.client.Code;
import dev.duet.client.Result;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Listeners in the order they came; the same one twice counts once. They are told on the app's executor.
final class Audience<L> {
    private final Set<L> listeners = new CopyOnWriteArraySet<>();
    private final Executor events;

    Audience(Executor events) {
        this.events = events;
    }

    Result<Void> add(@Nullable L listener) {
        if (listener == null) {
            return Result.refused(Code.INVALID_PARAMETERS, "listener must be an object.");
        }
        listeners.add(listener);
        return Result.done();
    }

    /// Null takes every one off.
    Result<Void> remove(@Nullable L listener) {
        if (listener == null) {
            listeners.clear();
        } else {
            listeners.remove(listener);
        }
        return Result.done();
    }

    /// Each in a task of its own, so that one that throws disturbs no other. Who is a listener is judged when its turn
    /// comes: one that was taken off is told nothing any more.
    void tell(Consumer<L> what) {
        for (L listener : listeners) {
            events.execute(() -> {
                if (listeners.contains(listener)) {
                    what.accept(listener);
                }
            });
        }
    }
}
