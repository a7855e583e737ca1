// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.socket;

import dev.duet.client.Result;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One user's hold on a session; the session signs out when the last one lets go. `signedIn` tells how the login fares
/// that brings the session online; at once when it is.
public record Hold(
        LiveSession session,
        CompletableFuture<Result<Void>> signedIn,
        Supplier<CompletableFuture<@Nullable Void>> letGo) {

    /// Done once the server knows, if that signs out. A second time it does nothing.
    public CompletableFuture<@Nullable Void> release() {
        return letGo.get();
    }
}
