// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.crossing;

import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.synth.Tone;
import dev.duet.client.sound.Pitch;
import java.util.Arrays;

/// The latest sound that was heard: 80 ms of it.
final class Ear implements AudioSink {
    private final float[] latest = new float[Tone.RATE / 100 * 8];

    @Override
    public synchronized void chunk(PcmChunk chunk) {
        int count = chunk.samples().capacity();
        System.arraycopy(latest, count, latest, 0, latest.length - count);
        for (int i = 0; i < count; i++) {
            latest[latest.length - count + i] = chunk.samples().get(i) / 32_768f;
        }
    }

    private synchronized float[] copy() {
        return Arrays.copyOf(latest, latest.length);
    }

    /// In Hz; 0 when no tone is heard.
    int hertz() {
        return Pitch.of(copy(), Tone.RATE);
    }

    /// The root of the mean square, 0 to 1.
    double loudness() {
        double energy = 0;
        for (float sample : copy()) {
            energy += sample * sample;
        }
        return Math.sqrt(energy / latest.length);
    }
}
