// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.engine;

import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// The futures that were given out and are not done. Each is completed on a thread of its own, so that the app may wait
/// in there for whatever it likes.
@SuppressWarnings("UndefinedEquals") // Futures are told apart by identity.
public final class Promises {
    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
    private final Executor threads;

    /// @param threads gives each task a thread of its own
    public Promises(Executor threads) {
        this.threads = threads;
    }

    public <T> CompletableFuture<T> make() {
        CompletableFuture<T> promise = new CompletableFuture<>();
        open.add(promise);
        return promise;
    }

    /// What the app gets: it cannot complete ours.
    public <T> CompletableFuture<T> copy(CompletableFuture<T> promise) {
        return promise.copy();
    }

    public <T> void keep(CompletableFuture<T> promise, T value) {
        open.remove(promise);
        threads.execute(() -> promise.complete(value));
    }

    public void keep(CompletableFuture<Void> promise) {
        open.remove(promise);
        threads.execute(() -> promise.complete(null));
    }

    /// Ends the second as the first ends.
    public <T> void follow(CompletableFuture<T> first, CompletableFuture<T> second) {
        var unused = first.whenComplete((value, broken) -> {
            open.remove(second);
            if (broken == null) {
                second.complete(value);
            } else {
                second.completeExceptionally(broken);
            }
        });
    }

    public void breakOff(CompletableFuture<?> promise, Reason reason, String why) {
        open.remove(promise);
        threads.execute(() -> promise.completeExceptionally(new MediaException(reason, why)));
    }

    public void breakOffAll(Reason reason, String why) {
        open.forEach(each -> breakOff(each, reason, why));
    }
}
