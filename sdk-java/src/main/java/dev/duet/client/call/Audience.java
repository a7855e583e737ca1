// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Listeners of the app, told on its executor in the order in which they came.
final class Audience<L> {
    private final List<L> listeners = new CopyOnWriteArrayList<>();
    private final Executor events;

    Audience(Executor events) {
        this.events = events;
    }

    /// Returns what takes the listener off again.
    Runnable add(L listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Each in a task of its own, so that one that throws disturbs no other.
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
