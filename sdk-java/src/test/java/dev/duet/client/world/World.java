// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.world;

import dev.duet.client.stay.MediaTools;
import dev.duet.id.UserId;
import dev.duet.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/// One thread and one clock for everybody; nothing happens but in `settle` and `pass`.
public final class World {
    private record Timer(Instant at, long number, Runnable code) {}

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparingLong(Timer::number));
    private long lastTimer;

    public final FakeServer server = new FakeServer(this);
    public final FakeEngine engine = new FakeEngine(this);
    /// All media connections, in the order in which they were made.
    public final List<FakeConnection> connections = new ArrayList<>();
    /// Whether nothing reaches the media server.
    public boolean mediaDown;

    public Instant now() {
        return time.instant();
    }

    public void run(Runnable code) {
        tasks.add(code);
    }

    public Runnable wake(Instant at, Runnable code) {
        Timer timer = new Timer(at, ++lastTimer, code);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    /// Until nothing is left to do at this moment.
    public void settle() {
        for (; ; ) {
            Timer due = timers.peek();
            if (!tasks.isEmpty()) {
                tasks.remove().run();
            } else if (due != null && !due.at().isAfter(now())) {
                timers.remove().code().run();
            } else {
                return;
            }
        }
    }

    public void pass(Duration span) {
        Instant until = now().plus(span);
        settle();
        for (Timer next = timers.peek(); next != null && !next.at().isAfter(until); next = timers.peek()) {
            time.advance(Duration.between(now(), next.at()));
            settle();
        }
        time.advance(Duration.between(now(), until));
    }

    /// Seconds, and parts of them.
    public void pass(double seconds) {
        pass(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /// Time during which nothing is done, as if the process had slept.
    public void skip(Duration span) {
        time.advance(span);
    }

    /// The answer, as soon as everything has happened that needs no time.
    public <T> T soon(CompletableFuture<T> future) {
        settle();
        return future.resultNow();
    }

    public MediaTools tools() {
        return new MediaTools(() -> engine, this::run);
    }

    /// What a login is refused with; 0 lets everybody in.
    public int loginRefusal;

    /// The sessions of one process.
    public FakeSessions sessions() {
        return new FakeSessions(this);
    }

    /// A session that is online.
    public FakeWire session(String user) {
        FakeWire wire = new FakeWire(this, new UserId(user));
        server.login(wire);
        return wire;
    }
}
