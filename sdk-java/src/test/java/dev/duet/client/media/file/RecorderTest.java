// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final Colour RED = new Colour(200, 30, 30);

    @TempDir
    private Path folder;

    @Test
    void late_pictures_are_repeated_and_hasty_ones_left_out() throws Exception {
        Path file = folder.resolve("r.y4m");
        try (Recorder recorder = Recorder.create(file, null, 10)) {
            for (long millis : new long[] {0, 20, 100, 500, 510}) {
                recorder.frame(TestPicture.draw(32, 16, RED, 0, millis * 1_000_000));
            }
        }
        assertThat(frames(file)).isEqualTo(6);
    }

    @Test
    void sound_is_recorded_and_what_comes_after_the_end_is_not() throws Exception {
        Path file = folder.resolve("r.wav");
        Recorder recorder = Recorder.create(null, file, 10);
        recorder.chunk(Tone.chunk(440, 0));
        recorder.frame(TestPicture.draw(32, 16, RED, 0, 0));
        recorder.close();
        recorder.close();
        recorder.chunk(Tone.chunk(440, 1));
        try (WavReader reader = WavReader.open(file)) {
            assertThat(reader.next()).isPresent();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void clocks_that_run_back_or_jump_do_not_fill_the_disk() throws Exception {
        Path file = folder.resolve("r.y4m");
        try (Recorder recorder = Recorder.create(file, null, 10)) {
            recorder.frame(TestPicture.draw(2, 2, RED, 0, 1_000_000_000L));
            recorder.frame(TestPicture.draw(2, 2, RED, 0, 0));
            recorder.frame(TestPicture.draw(2, 2, RED, 0, 1_000_000_000_000L));
        }
        assertThat(frames(file)).isEqualTo(1 + 600);
    }

    private static int frames(Path file) {
        int count = 0;
        try (Y4mReader reader = Y4mReader.open(file)) {
            while (reader.next().isPresent()) {
                count++;
            }
        }
        return count;
    }
}
