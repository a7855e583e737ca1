// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.sound;

import dev.duet.client.media.flow.PcmChunk;

/// Sound made louder or quieter.
public final class Gain {
    private Gain() {}

    /// Clipped where it would be too loud.
    ///
    /// @param factor 1 leaves it as it is, 0 is silence
    public static PcmChunk apply(PcmChunk chunk, double factor) {
        if (factor == 1) {
            return chunk;
        }
        if (factor == 0) {
            return PcmChunk.silence(chunk.rate(), chunk.channels());
        }
        short[] samples = new short[chunk.samples().capacity()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.max(
                    Short.MIN_VALUE,
                    Math.min(Short.MAX_VALUE, Math.round(chunk.samples().get(i) * factor)));
        }
        return PcmChunk.of(samples, chunk.rate(), chunk.channels());
    }
}
