// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    private final LogLines lines = new LogLines();

    private static LogRecord entry(String message) {
        LogRecord entry = new LogRecord(Level.INFO, message);
        entry.setLoggerName("dev.duet.server.edge.ClientSocket");
        entry.setInstant(Instant.parse("2026-11-23T08:00:00.123456Z"));
        return entry;
    }

    @Test
    void a_record_is_one_line() {
        assertThat(lines.format(entry("somebody logged in")))
                .isEqualTo("2026-11-23T08:00:00.123Z INFO  edge.ClientSocket somebody logged in\n");
    }

    @Test
    void nobody_writes_a_line_of_their_own() {
        assertThat(lines.format(entry("a\r\n2026 ERROR b"))).endsWith("a⏎2026 ERROR b\n");
    }

    @Test
    void a_stack_trace_follows_its_line() {
        LogRecord entry = entry("broke");
        entry.setThrown(new IllegalStateException("why"));
        assertThat(lines.format(entry)).contains(" broke\njava.lang.IllegalStateException: why\n\tat ");
    }
}
