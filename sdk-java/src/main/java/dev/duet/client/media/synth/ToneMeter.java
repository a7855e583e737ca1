// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.synth;

import dev.duet.client.media.flow.PcmChunk;

/// How much of some sound is one tone, by Goertzel's algorithm.
public final class ToneMeter {
    private ToneMeter() {}

    /// The share of the sound's energy at this frequency: near 1 for a pure tone, near 0 for silence and other sound.
    /// The first channel counts.
    public static double share(PcmChunk chunk, double hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / chunk.rate());
        double last = 0;
        double beforeLast = 0;
        double energy = 0;
        int count = chunk.samples().capacity() / chunk.channels();
        for (int i = 0; i < count; i++) {
            double sample = chunk.samples().get(i * chunk.channels());
            double now = sample + coefficient * last - beforeLast;
            beforeLast = last;
            last = now;
            energy += sample * sample;
        }
        double power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
        return energy == 0 ? 0 : Math.min(1, power * 2 / (energy * count));
    }

    /// The root of the mean square, 0 to 32,768: 0 is silence.
    public static double loudness(PcmChunk chunk) {
        double energy = 0;
        for (int i = 0; i < chunk.samples().capacity(); i++) {
            energy += Math.pow(chunk.samples().get(i), 2);
        }
        return Math.sqrt(energy / chunk.samples().capacity());
    }
}
