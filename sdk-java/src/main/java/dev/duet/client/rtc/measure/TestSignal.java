// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.measure;

import dev.duet.client.media.flow.Pace;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.PushedAudio;
import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.stay.OwnMedia.Outgoing;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// A picture of noise and a voice of next to nothing, sent without a camera or a microphone.
public final class TestSignal implements AutoCloseable {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    /// Noise as coarse as this fills whatever bitrate an encoder is given, and still costs little to draw.
    private static final int GRAIN = 4;

    private static final int FRAMES_PER_SECOND = 30;

    private final PushedVideo picture = new PushedVideo();
    private final PushedAudio voice = new PushedAudio();
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Pace.Run> runs;

    private TestSignal() {
        runs = List.of(
                Pace.every(FRAMES_PER_SECOND, () -> picture.push(noise())),
                Pace.every(100, () -> voice.push(PcmChunk.silence(48_000, 1))));
    }

    public static TestSignal start() {
        return new TestSignal();
    }

    public Outgoing outgoing() {
        return new Outgoing(voice, picture, null);
    }

    private VideoFrame noise() {
        byte[] i420 = new byte[VideoFrame.packedSize(WIDTH, HEIGHT)];
        Arrays.fill(i420, WIDTH * HEIGHT, i420.length, (byte) 128);
        byte[] grains = new byte[WIDTH / GRAIN];
        for (int row = 0; row < HEIGHT; row++) {
            if (row % GRAIN == 0) {
                random.nextBytes(grains);
            }
            for (int column = 0; column < WIDTH; column++) {
                i420[row * WIDTH + column] = grains[column / GRAIN];
            }
        }
        return VideoFrame.ofPacked(WIDTH, HEIGHT, i420, System.nanoTime());
    }

    @Override
    public void close() {
        runs.forEach(Pace.Run::stop);
        picture.close();
        voice.close();
    }
}
