// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.client.media.MediaException;
import dev.duet.client.media.file.FileVideo.Ending;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.picture.Pixels;
import dev.duet.client.media.synth.TestPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Y4mTest {
    private static final Colour RED = new Colour(200, 30, 30);

    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_read() throws Exception {
        try (Y4mReader reader = Y4mReader.open(write(3, 33, 17))) {
            assertThat(reader.width()).isEqualTo(33);
            assertThat(reader.framesPerSecond()).isEqualTo(25);
            VideoFrame first = reader.next().orElseThrow();
            assertThat(Pixels.mean(first, 10, 2, 20, 12).distance(RED)).isLessThan(8);
            assertThat(reader.next().orElseThrow().timestampNanos()).isEqualTo(40_000_000);
            assertThat(reader.next()).isPresent();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void a_file_that_is_cut_off_says_where() throws Exception {
        Path file = write(2, 32, 16);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));
        try (Y4mReader reader = Y4mReader.open(file)) {
            assertThat(reader.next()).isPresent();
            assertThatThrownBy(reader::next)
                    .isInstanceOfSatisfying(
                            MediaException.class,
                            broken -> assertThat(broken.reason()).isEqualTo(MediaException.Reason.BROKEN_FILE))
                    .hasMessageContaining("cut off: frame 1 has 668 of 768 bytes");
        }
    }

    @Test
    void wherever_a_file_is_cut_it_is_read_to_there_or_refused() throws Exception {
        Path file = write(1, 8, 8);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (Y4mReader reader = Y4mReader.open(file)) {
                assertThat(reader.next()).isEmpty();
                assertThat(length).isEqualTo(headerLength(whole));
            } catch (MediaException broken) {
                assertThat(broken.reason()).isEqualTo(MediaException.Reason.BROKEN_FILE);
            }
        }
    }

    private static int headerLength(byte[] whole) {
        int at = 0;
        while (whole[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    @Test
    void headers_that_lie_are_refused() throws Exception {
        refused("RIFF", "no y4m file");
        refused("YUV4MPEG2 W0 H10 F30:1", "each side");
        refused("YUV4MPEG2 W99999999999 H10 F30:1", "number");
        refused("YUV4MPEG2 W10 H10 F30:0", "rate");
        refused("YUV4MPEG2 W10 H10 F30", "fraction");
        refused("YUV4MPEG2 W10 H10 F30:1 C444", "4:2:0");
        refused("YUV4MPEG2 W10 H10 F30:1 It", "interlaced");
        refused("x".repeat(5_000), "no y4m file");
    }

    private void refused(String header, String why) throws Exception {
        Path file = folder.resolve("lies.y4m");
        Files.writeString(file, header + "\n");
        assertThatThrownBy(() -> Y4mReader.open(file))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> FileVideo.start(folder.resolve("none.y4m"), Ending.LOOP))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("none.y4m");
    }

    @Test
    void a_frame_of_another_size_is_left_out() throws Exception {
        Path file = folder.resolve("two.y4m");
        try (Y4mWriter writer = Y4mWriter.create(file, 25)) {
            assertThat(writer.write(TestPicture.draw(32, 16, RED, 0, 0))).isTrue();
            assertThat(writer.write(TestPicture.draw(16, 16, RED, 0, 0))).isFalse();
        }
        try (Y4mReader reader = Y4mReader.open(file)) {
            assertThat(reader.next()).isPresent();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void a_played_file_ends_or_begins_anew() throws Exception {
        Path file = write(2, 32, 16);
        try (FileVideo once = FileVideo.start(file, Ending.STOP)) {
            once.ended().get(10, TimeUnit.SECONDS);
        }
        List<VideoFrame> frames = new CopyOnWriteArrayList<>();
        try (FileVideo loop = FileVideo.start(file, Ending.LOOP)) {
            loop.addSink(frames::add);
            long giveUp = System.nanoTime() + 10_000_000_000L;
            while (frames.size() < 5 && System.nanoTime() < giveUp) {
                Thread.onSpinWait();
            }
        }
        assertThat(frames).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void a_played_file_that_is_cut_off_ends_with_the_reason() throws Exception {
        Path file = write(2, 32, 16);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 900));
        try (FileVideo video = FileVideo.start(file, Ending.LOOP)) {
            assertThatThrownBy(() -> video.ended().get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("cut off");
        }
    }

    private Path write(int frames, int width, int height) throws Exception {
        Path file = folder.resolve("test.y4m");
        try (Y4mWriter writer = Y4mWriter.create(file, 25)) {
            for (int i = 0; i < frames; i++) {
                assertThat(writer.write(TestPicture.draw(width, height, RED, 0, 0)))
                        .isTrue();
            }
        }
        return file;
    }
}
