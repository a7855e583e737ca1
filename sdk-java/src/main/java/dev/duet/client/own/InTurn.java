// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.own;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Runs what is slow one after another: a device has to be closed before it can be opened again.
final class InTurn implements Executor {
    private final Executor slow;
    private CompletableFuture<Boolean> last = CompletableFuture.completedFuture(true);

    InTurn(Executor slow) {
        this.slow = slow;
    }

    @Override
    public synchronized void execute(Runnable task) {
        last = last.handleAsync(
                (done, fault) -> {
                    task.run();
                    return true;
                },
                slow);
    }
}
