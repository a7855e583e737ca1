// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.talk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The threads that a client is given.
///
/// @param events one, for listeners
/// @param slow as many as are needed, for what blocks
public record Threads(ExecutorService events, ExecutorService slow) implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    public static Threads open() {
        return new Threads(
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("duet-events").factory()),
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("duet-device").factory()));
    }

    /// Waits until what was begun is done: all of a media engine is closed then.
    @Override
    public void close() {
        end(slow);
        end(events);
    }

    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            boolean _ = threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
