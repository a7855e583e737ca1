// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.synth.ToneMeter;
import dev.duet.client.sound.Pitch;
import dev.duet.softphone.demo.proof.Heard;

/// Listens to what comes.
final class Ear implements AudioSink {
    private static final double SILENT = 500;
    private static final double PURE = 0.8;
    /// As long as a pitch needs.
    private static final int LONG = 4_800;

    private final int hertz;
    private final Runnable first;
    private final float[] samples = new float[LONG];
    private long loud;
    private long pure;
    private int filled;
    private int pitch;

    /// @param hertz the tone that is expected
    /// @param first run at the first chunk that is not silent
    Ear(int hertz, Runnable first) {
        this.hertz = hertz;
        this.first = first;
    }

    @Override
    public void chunk(PcmChunk chunk) {
        if (ToneMeter.loudness(chunk) >= SILENT && listen(chunk) == 1) {
            first.run();
        }
    }

    private synchronized long listen(PcmChunk chunk) {
        if (ToneMeter.share(chunk, hertz) > PURE) {
            pure++;
        }
        for (int i = 0; i < chunk.samples().capacity() && filled < LONG; i++) {
            samples[filled++] = chunk.samples().get(i);
        }
        if (filled == LONG) {
            pitch = Pitch.of(samples, chunk.rate());
            filled = 0;
        }
        return ++loud;
    }

    synchronized Heard heard() {
        return new Heard(loud, pure, pitch);
    }
}
