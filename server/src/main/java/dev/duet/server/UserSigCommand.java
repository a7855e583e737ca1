// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.id.AppId;
import dev.duet.id.UserId;
import dev.duet.server.config.BadSettings;
import dev.duet.server.config.Spans;
import dev.duet.server.store.App;
import dev.duet.server.store.Apps;
import dev.duet.server.store.DataFolder;
import dev.duet.server.store.UnusableData;
import dev.duet.usersig.AppSecret;
import dev.duet.usersig.UserSigCheck;
import dev.duet.usersig.UserSigMint;
import dev.duet.usersig.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duet usersig`: makes a ticket, or says why one is refused.
@Command(
        name = "usersig",
        description = "Make a ticket for a user, or say why one is refused.",
        mixinStandardHelpOptions = true,
        subcommands = {UserSigCommand.Mint.class, UserSigCommand.Check.class})
final class UserSigCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say `duet usersig mint` or `duet usersig check`");
    }

    /// Whose ticket, of which app.
    static final class Subject {
        @Option(names = "--user", required = true, paramLabel = "NAME", description = "The user id.")
        private String user = "";

        @Option(
                names = "--data",
                paramLabel = "DIR",
                defaultValue = "./data",
                description = "Data folder. Default: ./data.")
        private Path data = Path.of("data");

        @Option(names = "--app", paramLabel = "SDKAPPID", description = "The app. Default: the first.")
        private @Nullable Long app;

        UserId user() throws BadSettings {
            return UserId.of(user)
                    .orElseThrow(() -> new BadSettings(
                            "`" + user + "` is not a user id: it must be 1 to 32 letters, digits, `_` or `-`."));
        }

        App app() throws BadSettings, UnusableData {
            Apps apps = DataFolder.peek(data);
            return app == null
                    ? apps.first()
                    : AppId.of(app)
                            .flatMap(apps::find)
                            .orElseThrow(() -> new BadSettings("There is no app " + app + " in " + data + "."));
        }
    }

    @Command(name = "mint", description = "Print a ticket (UserSig).", mixinStandardHelpOptions = true)
    static final class Mint implements Callable<Integer> {
        @Mixin
        private Subject subject = new Subject();

        @Option(
                names = "--expire",
                paramLabel = "TIME",
                defaultValue = "24h",
                description = "How long it is valid, such as 24h or 180d. Default: 24h.")
        private String expire = "24h";

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws BadSettings, UnusableData {
            App app = subject.app();
            String ticket = new UserSigMint(app.id(), AppSecret.of(app.secret()))
                    .mint(subject.user(), Instant.now(), Spans.read("--expire", expire));
            Main.out(spec).println(ticket);
            return 0;
        }
    }

    @Command(name = "check", description = "Say whether a ticket is good.", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Mixin
        private Subject subject = new Subject();

        @Parameters(paramLabel = "TICKET", description = "The ticket.")
        private String ticket = "";

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws BadSettings, UnusableData {
            App app = subject.app();
            AppSecret secret = AppSecret.of(app.secret());
            Verdict verdict = new UserSigCheck(id -> id.equals(app.id()) ? Optional.of(secret) : Optional.empty())
                    .check(app.id(), subject.user(), ticket, Instant.now());
            return switch (verdict) {
                case Verdict.Accepted accepted -> {
                    Main.out(spec).println(accepted.sentence());
                    yield 0;
                }
                case Verdict.Rejected rejected -> {
                    Main.out(spec)
                            .println("Refused with code " + rejected.code().number() + ": " + rejected.sentence());
                    yield 1;
                }
            };
        }
    }
}
