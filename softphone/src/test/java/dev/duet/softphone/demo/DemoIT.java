// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.file.WavReader;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.ToneMeter;
import dev.duet.softphone.Main;
import dev.duet.softphone.Watched;
import dev.duet.softphone.demo.proof.Show;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    private final Watched out = new Watched();
    private final Watched err = new Watched();

    @TempDir
    private Path results;

    private int run(DemoCommand demo) {
        return Main.run(out.writer(), err.writer(), new Object[] {demo}, "demo", "--out", results.toString());
    }

    @Test
    void it_tells_the_call_and_leaves_what_bob_saw_and_heard() throws Exception {
        assertThat(run(new DemoCommand())).as(err.text()).isZero();
        assertThat(out.text())
                .containsSubsequence(
                        "alice is logged in",
                        "alice invites bob",
                        "bob's device rings",
                        "bob accepts",
                        "bob is in the room",
                        "quality at bob: ",
                        "alice hangs up")
                .contains("bob sees the first picture")
                .contains("bob hears the first sound")
                .contains("for bob the call is over: alice ended the call.")
                .contains("the server's record: alice called bob, HANGUP, rang ")
                .contains("It works: picture and tone arrived as they were sent, both ways.")
                .contains(results.resolve("bob-saw.png").toString());
        assertThat(saw().distance(Show.ALICE.colour())).isLessThan(40);
        assertThat(pureChunks()).isGreaterThan(300);
        assertThat(folder()).doesNotExist();
    }

    @Test
    void a_wrong_picture_is_said_in_a_sentence() {
        Show blue = new Show(new Colour(30, 30, 200), Show.ALICE.hertz());
        assertThat(run(new DemoCommand(blue, Duration.ofSeconds(1)))).isEqualTo(1);
        assertThat(err.text().strip())
                .matches("bob got something else than was sent: expected was a picture of the colour #C81E1E,"
                        + " what came was one of the colour #[0-3]\\w[0-3]\\w[B-D]\\w\\.");
        assertThat(out.text()).doesNotContain("It works");
        assertThat(folder()).doesNotExist();
    }

    private Colour saw() throws IOException {
        return Colour.ofRgb(
                ImageIO.read(results.resolve("bob-saw.png").toFile()).getRGB(2, 2) & 0xFFFFFF);
    }

    private long pureChunks() {
        long pure = 0;
        try (WavReader heard = WavReader.open(results.resolve("bob-heard.wav"))) {
            for (Optional<PcmChunk> next = heard.next(); next.isPresent(); next = heard.next()) {
                pure += ToneMeter.share(next.get(), Show.ALICE.hertz()) > 0.8 ? 1 : 0;
            }
        }
        return pure;
    }

    /// Where all of it was, besides the results.
    private Path folder() {
        Matcher told = Pattern.compile("are in files in (\\S+)").matcher(out.text());
        assertThat(told.find()).isTrue();
        return Path.of(told.group(1));
    }
}
