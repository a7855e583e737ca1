// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.flow.PcmChunk;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SoundTest {
    private static final int RATE = 48_000;

    private static float[] tone(double hertz, double amplitude) {
        float[] samples = new float[2_048];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return samples;
    }

    @Test
    void volumes_are_on_the_scale_of_decibels() {
        assertThat(Stream.of(1.0, 0.1, 0.01, 0.001, 0.0, 2.0).map(Loudness::of))
                .containsExactly(100, 67, 33, 0, 0, 100);
        assertThat(Loudness.rootMeanSquare(tone(1_000, 1))).isCloseTo(0.707, Offset.offset(0.01));
    }

    @Test
    void a_voice_stands_out_from_the_noise_which_is_learned() {
        NoiseFloor noise = NoiseFloor.QUIET;
        assertThat(noise.hear(0.05).speaks()).isTrue();
        assertThat(noise.hear(0.002).speaks()).isFalse();
        for (int i = 0; i < 100; i++) {
            noise = noise.hear(0.02).next();
        }
        assertThat(noise.hear(0.02).speaks()).isFalse();
        assertThat(noise.hear(0.2).speaks()).isTrue();
        assertThat(noise.hear(0.0001).next().level()).isEqualTo(0.0001);
    }

    @ParameterizedTest
    @ValueSource(doubles = {110, 220, 440, 1_000})
    void a_tone_has_its_pitch(double hertz) {
        assertThat((double) Pitch.of(tone(hertz, 1), RATE)).isCloseTo(hertz, Offset.offset(hertz * 0.02));
    }

    @Test
    void noise_and_silence_have_none() {
        SplittableRandom random = new SplittableRandom(1);
        float[] noise = new float[2_048];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (random.nextDouble() - 0.5);
        }
        assertThat(Pitch.of(noise, RATE)).isZero();
        assertThat(Pitch.of(new float[2_048], RATE)).isZero();
    }

    @Test
    void a_spectrum_has_its_hill_where_the_tone_is() {
        // Band 16 of 256 up to 24 kHz.
        float[] bands = Spectrum.of(tone(1_500, 1));
        assertThat(bands).hasSize(256);
        assertThat(bands[16]).isCloseTo(0f, Offset.offset(0.5f));
        assertThat(bands[40]).isLessThan(-60f);
        assertThat(Spectrum.of(new float[512])[0]).isEqualTo(-300f);
    }

    @Test
    void gain_makes_louder_up_to_what_there_is_quieter_or_silent() {
        short[] samples = new short[80];
        samples[0] = 20_000;
        samples[1] = -30_000;
        PcmChunk chunk = PcmChunk.of(samples, 8_000, 1);
        assertThat(Gain.apply(chunk, 1)).isSameAs(chunk);
        assertThat(Gain.apply(chunk, 0.5).samples().get(0)).isEqualTo((short) 10_000);
        assertThat(Gain.apply(chunk, 1.5).samples().get(0)).isEqualTo((short) 30_000);
        assertThat(Gain.apply(chunk, 1.5).samples().get(1)).isEqualTo(Short.MIN_VALUE);
        assertThat(Gain.apply(chunk, 0).samples().get(1)).isZero();
    }
}
