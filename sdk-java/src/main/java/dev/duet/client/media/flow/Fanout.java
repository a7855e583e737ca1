// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.flow;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The sinks of one source. What a sink throws is logged and hurts no other.
final class Fanout<S, T> {
    private static final Logger LOG = Logger.getLogger(Fanout.class.getName());

    private final List<S> sinks = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final BiConsumer<S, T> deliver;

    Fanout(BiConsumer<S, T> deliver) {
        this.deliver = deliver;
    }

    void add(S sink) {
        if (!sinks.contains(sink)) {
            sinks.add(sink);
        }
    }

    void remove(S sink) {
        sinks.remove(sink);
    }

    void push(T value) {
        if (ended.isDone()) {
            return;
        }
        for (S sink : sinks) {
            try {
                deliver.accept(sink, value);
            } catch (RuntimeException bug) {
                LOG.log(Level.WARNING, "A sink failed.", bug);
            }
        }
    }

    void end(@Nullable RuntimeException why) {
        boolean first = why == null ? ended.complete(null) : ended.completeExceptionally(why);
        if (first) {
            sinks.clear();
        }
    }

    /// A copy, so that nobody else can end the source.
    CompletableFuture<Void> ended() {
        return ended.copy();
    }
}
