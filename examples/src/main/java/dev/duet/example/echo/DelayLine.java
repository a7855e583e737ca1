// SPDX-License-Identifier: Apache-2.0
package dev.duet.example.echo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Lets things out as long after they came as it is told, in their order. One thread at a time may use it.
final class DelayLine<T> {
    private final long delayNanos;
    private final Consumer<T> out;
    private final Deque<Kept<T>> kept = new ArrayDeque<>();

    private record Kept<T>(T thing, long sinceNanos) {}

    DelayLine(Duration delay, Consumer<T> out) {
        this.delayNanos = delay.toNanos();
        this.out = out;
    }

    /// Takes one in, and lets out what is due.
    ///
    /// @param nowNanos of [System#nanoTime]
    void put(T thing, long nowNanos) {
        kept.addLast(new Kept<>(thing, nowNanos));
        while (nowNanos - kept.getFirst().sinceNanos() >= delayNanos) {
            out.accept(kept.removeFirst().thing());
            if (kept.isEmpty()) {
                return;
            }
        }
    }
}
