// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ScribeTest {
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();

    private String written() {
        return paper.toString(StandardCharsets.UTF_8);
    }

    private static LogRecord entry(String message) {
        return new LogRecord(Level.INFO, message);
    }

    @Test
    void what_was_published_is_written_by_the_time_it_is_closed() {
        Scribe scribe = new Scribe(new PrintStream(paper, true, StandardCharsets.UTF_8), new LogLines());
        scribe.publish(entry("first"));
        scribe.publish(entry("second"));
        scribe.close();
        assertThat(written()).containsSubsequence("first\n", "second\n");
    }

    @Test
    void a_terminal_that_stands_still_stops_nobody_and_what_it_missed_is_counted() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        OutputStream terminal = new OutputStream() {
            @Override
            public void write(int one) {
                stuck.countDown();
                try {
                    assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                paper.write(one);
            }
        };
        Scribe scribe = new Scribe(new PrintStream(terminal, true, StandardCharsets.UTF_8), new LogLines());
        scribe.publish(entry("first"));
        assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();

        for (int line = 0; line < 10_007; line++) {
            scribe.publish(entry("more"));
        }
        goOn.countDown();
        scribe.close();

        assertThat(written()).contains("… 7 log lines were dropped");
    }
}
