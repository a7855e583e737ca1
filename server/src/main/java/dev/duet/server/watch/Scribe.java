// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.watch;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/// Writes log records on a thread of its own, so that a terminal that stands still does not stop a call. When too many
/// wait, the next are dropped and counted.
final class Scribe extends Handler {
    private static final int WAITING = 10_000;
    private static final int FAREWELL_MILLIS = 500;

    private final PrintStream out;
    private final Formatter lines;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;

    Scribe(PrintStream out, Formatter lines) {
        this.out = out;
        this.lines = lines;
        this.thread = Thread.ofPlatform().name("log").daemon().start(this::write);
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry) && !waiting.offer(lines.format(entry))) {
            dropped.incrementAndGet();
        }
    }

    private void write() {
        try {
            while (true) {
                print(waiting.take());
            }
        } catch (InterruptedException closing) {
            drain();
        }
    }

    private void drain() {
        for (String line = waiting.poll(); line != null; line = waiting.poll()) {
            print(line);
        }
    }

    private void print(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            out.println("… " + lost + " log lines were dropped: they came faster than they could be written.");
        }
        out.flush();
    }

    @Override
    public void flush() {
        out.flush();
    }

    /// Writes what waits, but not for long.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
