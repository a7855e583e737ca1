// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.picture.Pixels;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import dev.duet.client.media.synth.ToneMeter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One side of a call: it sends a picture of one colour and a tone, and looks at what comes.
final class Caller implements AutoCloseable {
    static final int WIDTH = 320;
    static final int HEIGHT = 240;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    final String name;
    final TestPicture picture;
    final Tone tone;
    final MediaConnection media;
    final List<ConnectionState> states = new CopyOnWriteArrayList<>();
    final AtomicInteger frames = new AtomicInteger();
    volatile @Nullable VideoFrame seen;
    volatile @Nullable PcmChunk heard;

    Caller(String name, Colour colour, double hertz) {
        this.name = name;
        picture = TestPicture.start(WIDTH, HEIGHT, 15, colour);
        tone = Tone.start(hertz);
        media = MediaEngine.load().connect(List.of(), states::add);
        media.see(MediaKind.CAMERA, frame -> {
            seen = frame;
            frames.incrementAndGet();
        });
        media.hear(chunk -> heard = chunk);
    }

    void sendAll() {
        media.sendAudio(tone);
        media.sendVideo(MediaKind.CAMERA, picture);
    }

    void enter(MediaServer server) {
        media.answer(server.enter(name, media.offer().join())).join();
    }

    /// Whether the picture's greater part has this colour: the bar, and what coding does, left aside.
    boolean sees(Colour colour) {
        return shows(seen, colour);
    }

    static boolean shows(@Nullable VideoFrame frame, Colour colour) {
        return frame != null && frame.width() == WIDTH && (near(frame, colour, 8) || near(frame, colour, WIDTH - 72));
    }

    private static boolean near(VideoFrame frame, Colour colour, int left) {
        return Pixels.mean(frame, left, 40, 64, HEIGHT - 80).distance(colour) < 30;
    }

    boolean hears(double hertz) {
        return carries(heard, hertz);
    }

    static boolean carries(@Nullable PcmChunk chunk, double hertz) {
        return chunk != null && ToneMeter.loudness(chunk) > 1_000 && ToneMeter.share(chunk, hertz) > 0.9;
    }

    boolean hearsNothing() {
        PcmChunk chunk = heard;
        return chunk != null && ToneMeter.loudness(chunk) < 10;
    }

    static void until(String what, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        media.close();
        picture.close();
        tone.close();
    }
}
