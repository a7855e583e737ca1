// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import android.media.AudioAttributes;
import android.media.AudioFormat;
import android.media.AudioTrack;
import dev.duet.client.media.Devices.Speaker;
import dev.duet.client.media.flow.PcmChunk;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// The phone's loudspeaker. Given to `hear` itself, it has the library play; chunks that are handed to it, as by
/// a sink around it, it plays by itself.
final class AndroidSpeaker implements Speaker {
    private static final double FULL = 100;

    private double factor = 1;
    private boolean closed;
    private @Nullable DoubleConsumer follower;
    private @Nullable AudioTrack track;
    private int rate;
    private int channels;

    /// Who plays instead is told the volume, now and later.
    synchronized void follow(DoubleConsumer volume) {
        follower = volume;
        volume.accept(closed ? 0 : factor);
    }

    @Override
    public synchronized void setVolume(int percent) {
        factor = Math.min(FULL, Math.max(0, percent)) / FULL;
        tell(factor);
    }

    private void tell(double volume) {
        if (follower != null) {
            follower.accept(volume);
        }
        if (track != null) {
            int unused = track.setVolume((float) volume);
        }
    }

    @Override
    public synchronized void chunk(PcmChunk chunk) {
        if (closed) {
            return;
        }
        if (track == null || rate != chunk.rate() || channels != chunk.channels()) {
            open(chunk.rate(), chunk.channels());
        }
        short[] samples = new short[chunk.samples().capacity()];
        chunk.samples().duplicate().rewind().get(samples);
        if (track != null) {
            int unused = track.write(samples, 0, samples.length, AudioTrack.WRITE_NON_BLOCKING);
        }
    }

    private void open(int newRate, int newChannels) {
        release();
        int mask = newChannels == 1 ? AudioFormat.CHANNEL_OUT_MONO : AudioFormat.CHANNEL_OUT_STEREO;
        int least = AudioTrack.getMinBufferSize(newRate, mask, AudioFormat.ENCODING_PCM_16BIT);
        AudioTrack opened = new AudioTrack.Builder()
                .setAudioAttributes(new AudioAttributes.Builder()
                        .setUsage(AudioAttributes.USAGE_VOICE_COMMUNICATION)
                        .setContentType(AudioAttributes.CONTENT_TYPE_SPEECH)
                        .build())
                .setAudioFormat(new AudioFormat.Builder()
                        .setSampleRate(newRate)
                        .setChannelMask(mask)
                        .setEncoding(AudioFormat.ENCODING_PCM_16BIT)
                        .build())
                .setBufferSizeInBytes(Math.max(least, newRate / 100 * 2 * newChannels * 4))
                .build();
        int unused = opened.setVolume((float) factor);
        opened.play();
        track = opened;
        rate = newRate;
        channels = newChannels;
    }

    private void release() {
        if (track != null) {
            track.release();
            track = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        tell(0);
        release();
        follower = null;
    }
}
