// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone;

import dev.duet.client.media.MediaException;
import dev.duet.server.watch.LogLines;
import dev.duet.softphone.demo.DemoCommand;
import dev.duet.softphone.phone.CallCommand;
import dev.duet.softphone.talk.CannotCall;
import dev.duet.softphone.talk.QuietEnd;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line of what calls without a browser.
@Command(name = "duet", description = "Calls without a browser.")
public final class Main {
    /// Held, since the log system forgets the level of a logger nobody holds.
    private static final Logger OURS = Logger.getLogger("dev.duet");

    private Main() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        LogLines.install();
        OURS.setLevel(Level.WARNING);
        PrintWriter out = writer(System.out);
        int code = run(out, writer(System.err), new Object[] {new DemoCommand(), new CallCommand()}, args);
        out.flush();
        QuietEnd.exit(code);
    }

    /// The exit code; whatever goes wrong for a reason that people can mend is one sentence on `err`.
    public static int run(PrintWriter out, PrintWriter err, Object[] commands, String... args) {
        CommandLine line = new CommandLine(new Main());
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        line.setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, given) -> complain(err, e.getMessage() + "."))
                .setExecutionExceptionHandler((e, command, given) -> switch (e) {
                    case CannotCall why -> complain(err, why.getMessage());
                    case MediaException why -> complain(err, String.valueOf(why.getMessage()));
                    default -> throw e;
                });
        if (args.length == 0) {
            line.usage(out);
            return 0;
        }
        return line.execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int complain(PrintWriter err, String sentence) {
        err.println(sentence);
        return 1;
    }
}
