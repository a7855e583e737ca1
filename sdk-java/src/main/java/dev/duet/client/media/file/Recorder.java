// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Records pictures to a y4m file at a steady rate, and sound to a WAV file. May be given to any number of sources;
/// safe
/// for several threads.
///
/// A picture is written as often as the rate asks for, so that picture and sound stay as long as each other: twice when
/// the next is late, never when two come at once. Pictures of another size than the first are left out.
public final class Recorder implements VideoSink, AudioSink, AutoCloseable {
    private final @Nullable Y4mWriter pictures;
    private final @Nullable WavWriter sound;
    private final int framesPerSecond;
    private long firstNanos;
    private long written;
    private boolean closed;

    private Recorder(@Nullable Y4mWriter pictures, @Nullable WavWriter sound, int framesPerSecond) {
        this.pictures = pictures;
        this.sound = sound;
        this.framesPerSecond = framesPerSecond;
    }

    /// Makes the files, or empties those that are there.
    ///
    /// @param pictures null records no pictures
    /// @param sound null records no sound
    /// @param framesPerSecond 1 to 240
    public static Recorder create(@Nullable Path pictures, @Nullable Path sound, int framesPerSecond)
            throws IOException {
        Y4mWriter video = pictures == null ? null : Y4mWriter.create(pictures, framesPerSecond);
        return new Recorder(video, sound == null ? null : WavWriter.create(sound), framesPerSecond);
    }

    @Override
    public synchronized void frame(VideoFrame frame) {
        if (pictures == null || closed) {
            return;
        }
        if (written == 0) {
            firstNanos = frame.timestampNanos();
        }
        long due = 1 + (frame.timestampNanos() - firstNanos) * framesPerSecond / 1_000_000_000;
        try {
            // Not more than a minute of standing still for a single gap.
            for (long from = Math.max(written, due - 60L * framesPerSecond); from < due; from++) {
                if (!pictures.write(frame)) {
                    return;
                }
            }
            written = Math.max(written, due);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public synchronized void chunk(PcmChunk chunk) {
        try {
            if (sound != null && !closed) {
                boolean unused = sound.write(chunk);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// Finishes the files; what comes later is left out.
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (pictures != null) {
                pictures.close();
            }
        } finally {
            if (sound != null) {
                sound.close();
            }
        }
    }
}
