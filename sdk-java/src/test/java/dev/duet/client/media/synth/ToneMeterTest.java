// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.flow.PcmChunk;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ToneMeterTest {
    @Test
    void a_tone_is_known_by_its_frequency() {
        PcmChunk chunk = Tone.chunk(1_000, 3);
        assertThat(ToneMeter.share(chunk, 1_000)).isGreaterThan(0.98);
        assertThat(ToneMeter.share(chunk, 400)).isLessThan(0.05);
        assertThat(ToneMeter.loudness(chunk)).isBetween(5_500.0, 6_000.0);
    }

    @Test
    void silence_and_noise_are_no_tone() {
        assertThat(ToneMeter.share(PcmChunk.silence(48_000, 1), 1_000)).isZero();
        short[] noise = new short[480];
        Random random = new Random(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) random.nextInt(-8_000, 8_000);
        }
        assertThat(ToneMeter.share(PcmChunk.of(noise, 48_000, 1), 1_000)).isLessThan(0.1);
    }

    @Test
    void a_tone_goes_on_without_a_click_between_chunks() {
        short last = Tone.chunk(440, 0).samples().get(479);
        short next = Tone.chunk(440, 1).samples().get(0);
        assertThat(Math.abs(next - last)).isLessThan(500);
    }
}
