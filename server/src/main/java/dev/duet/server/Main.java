// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.server.config.BadSettings;
import dev.duet.server.store.UnusableData;
import dev.duet.server.watch.LogLines;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line.
@Command(
        name = "duet",
        description = "One-to-one voice and video calls on a server of your own.",
        subcommands = {StartCommand.class, UserSigCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        LogLines.install();
        int code = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
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

    private static int complain(PrintWriter err, String sentence) {
        err.println(sentence);
        return 1;
    }
}
