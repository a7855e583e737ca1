// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.client.media.MediaException;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.synth.Tone;
import dev.duet.client.media.synth.ToneMeter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_read() throws Exception {
        try (WavReader reader = WavReader.open(write(3))) {
            assertThat(reader.rate()).isEqualTo(48_000);
            assertThat(reader.channels()).isEqualTo(1);
            for (int i = 0; i < 3; i++) {
                assertThat(ToneMeter.share(reader.next().orElseThrow(), 1_000)).isGreaterThan(0.98);
            }
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void others_read_it_too() throws Exception {
        AudioFileFormat format = AudioSystem.getAudioFileFormat(write(50).toFile());
        assertThat(format.getFrameLength()).isEqualTo(24_000);
        assertThat(format.getFormat().getSampleRate()).isEqualTo(48_000);
    }

    @Test
    void a_file_that_is_cut_off_is_read_to_there_and_then_says_so() throws Exception {
        Path file = write(2);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));
        try (WavReader reader = WavReader.open(file)) {
            assertThat(reader.next()).isPresent();
            assertThatThrownBy(reader::next).isInstanceOf(MediaException.class).hasMessageContaining("cut off");
        }
    }

    @Test
    void wherever_its_header_is_cut_it_is_refused() throws Exception {
        Path file = write(1);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < 44; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> WavReader.open(file))
                    .isInstanceOfSatisfying(
                            MediaException.class,
                            broken -> assertThat(broken.reason()).isEqualTo(MediaException.Reason.BROKEN_FILE));
        }
    }

    @Test
    void formats_that_are_not_read_are_named() throws Exception {
        changed(20, 3, "format is 3");
        changed(34, 8, "8 bits");
        changed(22, 6, "channels");
        changed(16, 2, "2 bytes");
        changed(8, 'X', "no WAV file");
    }

    private void changed(int at, int value, String why) throws Exception {
        Path file = write(1);
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] = (byte) value;
        Files.write(file, bytes);
        assertThatThrownBy(() -> WavReader.open(file))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining(why);
    }

    @Test
    void the_last_chunk_is_filled_up_with_silence() throws Exception {
        Path file = write(1);
        byte[] bytes = Files.readAllBytes(file);
        bytes[40] = 100;
        bytes[41] = 0;
        Files.write(file, bytes);
        try (WavReader reader = WavReader.open(file)) {
            PcmChunk last = reader.next().orElseThrow();
            assertThat(last.samples().get(49)).isNotZero();
            assertThat(last.samples().get(51)).isZero();
            assertThat(reader.next()).isEmpty();
        }
    }

    private Path write(int chunks) throws Exception {
        Path file = folder.resolve("test.wav");
        try (WavWriter writer = WavWriter.create(file)) {
            for (int i = 0; i < chunks; i++) {
                assertThat(writer.write(Tone.chunk(1_000, i))).isTrue();
            }
            assertThat(writer.write(PcmChunk.silence(16_000, 1))).isFalse();
        }
        return file;
    }
}
