// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.synth;

import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.Pace;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.PushedAudio;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/// A steady sine tone, 48,000 Hz in one channel, at a quarter of full scale.
public final class Tone implements AudioSource {
    public static final int RATE = 48_000;
    private static final double AMPLITUDE = 8_192;

    private final PushedAudio chunks = new PushedAudio();
    private final Pace.Run run;

    private Tone(double hertz) {
        AtomicLong count = new AtomicLong();
        run = Pace.every(100, () -> chunks.push(chunk(hertz, count.getAndIncrement())));
    }

    /// Begins at once.
    public static Tone start(double hertz) {
        return new Tone(hertz);
    }

    /// The chunk that is played `index` times 10 ms after the beginning.
    public static PcmChunk chunk(double hertz, long index) {
        short[] samples = new short[RATE / 100];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (AMPLITUDE * Math.sin(2 * Math.PI * hertz * (index * samples.length + i) / RATE));
        }
        return PcmChunk.of(samples, RATE, 1);
    }

    @Override
    public void addSink(AudioSink sink) {
        chunks.addSink(sink);
    }

    @Override
    public void removeSink(AudioSink sink) {
        chunks.removeSink(sink);
    }

    @Override
    public CompletableFuture<Void> ended() {
        return chunks.ended();
    }

    @Override
    public void close() {
        run.stop();
        chunks.close();
    }
}
