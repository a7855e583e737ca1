// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import dev.duet.client.media.MediaEngine;
import dev.duet.softphone.demo.proof.Show;
import dev.duet.softphone.talk.CannotCall;
import dev.duet.softphone.talk.OnExit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `duet demo`: a whole call on this machine, with a server of its own and no browser.
@Command(
        name = "demo",
        description = "Show a whole call on this machine, without a browser, and check what arrives.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    /// Long enough for three reports of the quality.
    private static final Duration TALK = Duration.ofMillis(6_500);

    @Option(names = "--out", paramLabel = "DIR", description = "Where bob-saw.png and bob-heard.wav go. Default: here.")
    private Path results = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    private final Show sent;
    private final Duration talk;

    public DemoCommand() {
        this(Show.ALICE, TALK);
    }

    /// @param sent by alice, instead of what bob expects
    DemoCommand(Show sent, Duration talk) {
        this.sent = sent;
        this.talk = talk;
    }

    @Override
    public Integer call() throws CannotCall, IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("alice calls bob by video, on this machine and in one process.\n\n     ms");
        long begin = System.nanoTime();
        Timeline timeline = new Timeline(out, System::nanoTime);
        Evidence evidence = evidence();
        MediaEngine engine = MediaEngine.load();
        timeline.note("the media engine is loaded");
        Demo.Figures figures = play(new Scene(timeline, engine, sent, talk, evidence));
        out.println(summary(figures, evidence, System.nanoTime() - begin));
        out.flush();
        return 0;
    }

    private Evidence evidence() throws CannotCall {
        try {
            return Evidence.in(results);
        } catch (IOException cannot) {
            throw new CannotCall("The folder " + results + " cannot be made: give another with --out.");
        }
    }

    private static Demo.Figures play(Scene scene) throws CannotCall, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("duet-demo");
        try (OnExit _ = OnExit.run(() -> delete(folder))) {
            return scene.play(folder);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String summary(Demo.Figures figures, Evidence evidence, long nanos) {
        return String.format(
                Locale.ROOT,
                """

                It works: picture and tone arrived as they were sent, both ways.
                First sound %d ms and first picture %d ms after bob accepted; %.1f s in all.
                What bob saw:   %s
                What bob heard: %s""",
                figures.firstSound(),
                figures.firstPicture(),
                nanos / 1e9,
                evidence.picture(),
                evidence.sound());
    }
}
