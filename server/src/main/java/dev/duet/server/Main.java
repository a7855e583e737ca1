// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.server.config.BadSettings;
import dev.duet.server.store.UnusableData;
import dev.duet.server.watch.LogLines;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// The command line.
@Command(
        name = "duet",
        description = "One-to-one voice and video calls on a server of your own.",
        subcommands = {StartCommand.class, UserSigCommand.class, RehearseCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        LogLines.install();
        int code = run(writer(System.out), writer(System.err), args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /// The exit code; whatever goes wrong for a reason the user can mend is one sentence on `err`.
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commands = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> complain(err, e.getMessage() + "."))
                .setExecutionExceptionHandler((e, command, given) -> switch (e) {
                    case BadSettings bad -> complain(err, bad.getMessage());
                    case UnusableData bad -> complain(err, bad.getMessage());
                    case CannotStart cannot -> complain(err, cannot.getMessage());
                    default -> throw e;
                });
        if (args.length == 0) {
            commands.usage(out);
            return 0;
        }
        return commands.execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /// Where a command prints.
    static PrintWriter out(@Nullable CommandSpec spec) {
        return spec == null ? writer(System.out) : spec.commandLine().getOut();
    }

    private static int complain(PrintWriter err, String sentence) {
        err.println(sentence);
        return 1;
    }
}
