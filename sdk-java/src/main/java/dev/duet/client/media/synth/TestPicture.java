// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.synth;

import dev.duet.client.media.flow.Pace;
import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.media.picture.Colour;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/// A moving test picture: one colour, over which a white bar goes from left to right in two seconds.
public final class TestPicture implements VideoSource {
    private static final double SECONDS_ACROSS = 2;
    private static final byte WHITE = (byte) 235;
    private static final byte GREY = (byte) 128;

    private final PushedVideo frames = new PushedVideo();
    private final Pace.Run run;

    private TestPicture(int width, int height, double framesPerSecond, Colour colour) {
        AtomicLong count = new AtomicLong();
        run = Pace.every(framesPerSecond, () -> {
            double position = count.getAndIncrement() / framesPerSecond / SECONDS_ACROSS % 1;
            frames.push(draw(width, height, colour, position, System.nanoTime()));
        });
    }

    /// Begins at once.
    ///
    /// @param width in pixels
    /// @param height in pixels
    public static TestPicture start(int width, int height, double framesPerSecond, Colour colour) {
        return new TestPicture(width, height, framesPerSecond, colour);
    }

    /// One frame of it.
    ///
    /// @param position where the bar is, 0 at the left to 1 at the right
    public static VideoFrame draw(int width, int height, Colour colour, double position, long timestampNanos) {
        byte[] i420 = new byte[VideoFrame.packedSize(width, height)];
        int luma = width * height;
        int chroma = VideoFrame.chroma(width) * VideoFrame.chroma(height);
        Arrays.fill(i420, 0, luma, (byte) colour.y());
        Arrays.fill(i420, luma, luma + chroma, (byte) colour.u());
        Arrays.fill(i420, luma + chroma, luma + 2 * chroma, (byte) colour.v());
        int bar = Math.max(2, width / 16);
        int left = (int) (position * (width - bar)) / 2 * 2;
        bar(i420, 0, width, height, left, bar, WHITE);
        int columns = VideoFrame.chroma(width);
        int rows = VideoFrame.chroma(height);
        bar(i420, luma, columns, rows, left / 2, bar / 2, GREY);
        bar(i420, luma + chroma, columns, rows, left / 2, bar / 2, GREY);
        return VideoFrame.ofPacked(width, height, i420, timestampNanos);
    }

    private static void bar(byte[] into, int offset, int columns, int rows, int left, int width, byte value) {
        for (int row = 0; row < rows; row++) {
            int from = offset + row * columns + Math.min(left, columns);
            Arrays.fill(into, from, offset + row * columns + Math.min(left + width, columns), value);
        }
    }

    @Override
    public void addSink(VideoSink sink) {
        frames.addSink(sink);
    }

    @Override
    public void removeSink(VideoSink sink) {
        frames.removeSink(sink);
    }

    @Override
    public CompletableFuture<Void> ended() {
        return frames.ended();
    }

    @Override
    public void close() {
        run.stop();
        frames.close();
    }
}
