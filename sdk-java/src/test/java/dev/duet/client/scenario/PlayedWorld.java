// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.scenario;

import dev.duet.client.socket.Surroundings;
import dev.duet.testkit.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A network and a clock that a test plays: what an SDK did waits here until the test claims it.
public final class PlayedWorld implements Surroundings {
    /// `opens` and `closes`.
    public final Deque<String> sockets = new ArrayDeque<>();
    /// Frames.
    public final Deque<String> sent = new ArrayDeque<>();

    private final ManualTime time = new ManualTime(Instant.ofEpochMilli(1_000_000));
    private final List<Alarm> alarms = new ArrayList<>();
    private final Deque<Runnable> lane = new ArrayDeque<>();
    private @Nullable PlayedLine last;

    private record Alarm(Instant at, Runnable code) {}

    private final class PlayedLine implements Line {
        final LineEvents events;
        boolean open = true;

        PlayedLine(LineEvents events) {
            this.events = events;
        }

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void close() {
            if (open) {
                sockets.add("closes");
            }
            open = false;
        }
    }

    @Override
    public Instant now() {
        return time.instant();
    }

    @Override
    public double chance() {
        return 0;
    }

    @Override
    public Line open(URI address, LineEvents events) {
        sockets.add("opens");
        PlayedLine line = new PlayedLine(events);
        last = line;
        return line;
    }

    @Override
    public Runnable wake(Instant at, Runnable code) {
        Alarm alarm = new Alarm(at, code);
        alarms.add(alarm);
        return () -> alarms.removeIf(alarm::equals);
    }

    @Override
    public void run(Runnable code) {
        lane.add(code);
    }

    /// Lets everything happen that needs no time.
    public void settle() {
        for (Runnable next = lane.poll(); next != null; next = lane.poll()) {
            next.run();
        }
    }

    public void pass(Duration step) {
        Instant until = now().plus(step);
        settle();
        for (Optional<Alarm> next = due(until); next.isPresent(); next = due(until)) {
            Alarm alarm = next.get();
            alarms.remove(alarm);
            if (alarm.at().isAfter(now())) {
                time.advance(Duration.between(now(), alarm.at()));
            }
            alarm.code().run();
            settle();
        }
        time.advance(Duration.between(now(), until));
    }

    private Optional<Alarm> due(Instant until) {
        return alarms.stream().filter(each -> !each.at().isAfter(until)).min(Comparator.comparing(Alarm::at));
    }

    public void opened() {
        line().events.opened();
    }

    public void closed(int code) {
        PlayedLine line = line();
        line.open = false;
        line.events.closed(code);
    }

    public void hears(String text) {
        line().events.frame(text);
    }

    private PlayedLine line() {
        if (last == null) {
            throw new AssertionError("no socket was opened");
        }
        return last;
    }
}
