// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.watch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// One line a record: time, level, the part of the server, the message. Line breaks in a message become `⏎`, so that
/// nobody outside can write lines of their own; a stack trace follows its line.
public final class LogLines extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// Held, since the log system forgets the level of a logger nobody holds.
    private static final Logger OURS = Logger.getLogger("dev.duet");

    LogLines() {}

    /// Makes all log records of this process such lines on the standard error output; libraries speak from warnings up.
    public static void install() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new Scribe(System.err, new LogLines()));
        root.setLevel(Level.WARNING);
        OURS.setLevel(Level.INFO);
    }

    @Override
    public String format(LogRecord entry) {
        String message = formatMessage(entry).replace("\r", "").replace("\n", "⏎");
        return TIME.format(entry.getInstant()) + " " + level(entry.getLevel()) + " " + part(entry.getLoggerName()) + " "
                + message + "\n" + trace(entry.getThrown());
    }

    private static String level(Level level) {
        return level.intValue() >= Level.SEVERE.intValue()
                ? "ERROR"
                : level.intValue() >= Level.WARNING.intValue() ? "WARN " : "INFO ";
    }

    private static String part(@org.jspecify.annotations.Nullable String logger) {
        return logger == null ? "-" : logger.replaceFirst("^dev\\.duet\\.(server\\.)?", "");
    }

    private static String trace(@org.jspecify.annotations.Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
