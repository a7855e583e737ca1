// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.own;

import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.PushedAudio;
import dev.duet.client.sound.Gain;
import dev.duet.client.sound.Loudness;
import org.jspecify.annotations.Nullable;

/// The own voice on its way from the microphone: made louder or silent, and listened to. The same one however often
/// the microphone changes, so that a connection notices nothing.
public final class Voice implements AudioSink {
    /// Samples looked at for a level and a pitch: 43 ms at 48 kHz, two periods of the deepest voice.
    private static final int FRAMES = 2_048;

    private final PushedAudio out = new PushedAudio();
    private final float[] heard = new float[FRAMES];
    private int rate = 48_000;
    private volatile double gain = 1;
    private volatile boolean silent;
    private @Nullable AudioSource from;

    /// What is sent.
    AudioSource source() {
        return out;
    }

    void listenTo(@Nullable AudioSource source) {
        if (from != null) {
            from.removeSink(this);
        }
        from = source;
        if (source != null) {
            source.addSink(this);
        }
    }

    void setGain(double factor) {
        gain = factor;
    }

    void setSilent(boolean isSilent) {
        silent = isSilent;
    }

    @Override
    public void chunk(PcmChunk chunk) {
        PcmChunk sent = Gain.apply(chunk, silent ? 0 : gain);
        note(sent);
        out.push(sent);
    }

    private synchronized void note(PcmChunk chunk) {
        int fresh = Math.min(FRAMES, chunk.samples().capacity() / chunk.channels());
        System.arraycopy(heard, fresh, heard, 0, FRAMES - fresh);
        for (int i = 0; i < fresh; i++) {
            heard[FRAMES - fresh + i] = chunk.samples().get(i * chunk.channels()) / 32_768f;
        }
        rate = chunk.rate();
    }

    /// The latest samples, -1 to 1.
    public synchronized float[] samples() {
        return heard.clone();
    }

    public synchronized int rate() {
        return rate;
    }

    /// 0 to 1.
    public double level() {
        return Loudness.rootMeanSquare(samples());
    }
}
