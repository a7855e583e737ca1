// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.device;

import dev.duet.client.media.Devices.Speaker;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.sound.Loudness;
import org.jspecify.annotations.Nullable;

/// Listens to a source, and lets it be heard where a loudspeaker is given.
final class Ears implements AutoCloseable {
    private static final double FULL_SCALE = 32_768;

    private final AudioSource source;
    private final @Nullable Speaker speaker;
    private volatile double level;

    Ears(AudioSource source, @Nullable Speaker speaker) {
        this.source = source;
        this.speaker = speaker;
        source.addSink(this::chunk);
    }

    private void chunk(PcmChunk chunk) {
        level = rootMeanSquare(chunk);
        if (speaker != null) {
            speaker.chunk(chunk);
        }
    }

    private static double rootMeanSquare(PcmChunk chunk) {
        int count = chunk.samples().capacity();
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (float) (chunk.samples().get(i) / FULL_SCALE);
        }
        return Loudness.rootMeanSquare(samples);
    }

    /// Of the latest 10 ms, 0 to 1.
    double level() {
        return level;
    }

    @Override
    public void close() {
        source.close();
        if (speaker != null) {
            speaker.close();
        }
    }
}
