// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// The futures that were given out and are not done. Each is completed on a virtual thread of its own, so that the app
/// may wait in there for whatever it likes.
@SuppressWarnings("UndefinedEquals") // Futures are told apart by identity.
final class Promises {
    private static final Executor ELSEWHERE =
            work -> Thread.ofVirtual().name("duet-media-result").start(work);

    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();

    <T> CompletableFuture<T> make() {
        CompletableFuture<T> promise = new CompletableFuture<>();
        open.add(promise);
        return promise;
    }

    /// What the app gets: it cannot complete ours.
    <T> CompletableFuture<T> copy(CompletableFuture<T> promise) {
        return promise.copy();
    }

    <T> void keep(CompletableFuture<T> promise, T value) {
        open.remove(promise);
        ELSEWHERE.execute(() -> promise.complete(value));
    }

    void keep(CompletableFuture<Void> promise) {
        open.remove(promise);
        ELSEWHERE.execute(() -> promise.complete(null));
    }

    /// Ends the second as the first ends.
    <T> void follow(CompletableFuture<T> first, CompletableFuture<T> second) {
        var unused = first.whenComplete((value, broken) -> {
            open.remove(second);
            if (broken == null) {
                second.complete(value);
            } else {
                second.completeExceptionally(broken);
            }
        });
    }

    void breakOff(CompletableFuture<?> promise, Reason reason, String why) {
        open.remove(promise);
        ELSEWHERE.execute(() -> promise.completeExceptionally(new MediaException(reason, why)));
    }

    void breakOffAll(Reason reason, String why) {
        open.forEach(each -> breakOff(each, reason, why));
    }
}
