// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import dev.duet.client.socket.Tickets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The ticket of the login first, then those of the app's provider.
final class GivenFirst implements Tickets {
    private final String first;
    private final String userId;
    private final @Nullable Function<String, CompletionStage<String>> provider;
    private final AtomicBoolean isGiven = new AtomicBoolean();

    GivenFirst(String first, String userId, @Nullable Function<String, CompletionStage<String>> provider) {
        this.first = first;
        this.userId = userId;
        this.provider = provider;
    }

    @Override
    public CompletionStage<String> next() {
        boolean again = isGiven.getAndSet(true);
        return again && provider != null ? provider.apply(userId) : CompletableFuture.completedFuture(first);
    }
}
