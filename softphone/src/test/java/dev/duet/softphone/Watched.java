// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.TimeUnit;

/// What a command prints, and waiting for it.
public final class Watched extends Writer {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final StringBuilder text = new StringBuilder();

    public PrintWriter writer() {
        return new PrintWriter(this, true);
    }

    @Override
    public void write(char[] from, int offset, int length) {
        synchronized (text) {
            text.append(from, offset, length);
            text.notifyAll();
        }
    }

    /// Waits until a line with these words is there, from the place on that is given; where it ends.
    public int until(String words, int from) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        synchronized (text) {
            while (text.indexOf(words, from) < 0) {
                long left = giveUp - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("\"" + words + "\" was not printed, but: " + text);
                }
                TimeUnit.NANOSECONDS.timedWait(text, left);
            }
            return text.indexOf(words, from) + words.length();
        }
    }

    public String text() {
        synchronized (text) {
            return text.toString();
        }
    }

    @Override
    public void flush() {
        // It is all there.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
