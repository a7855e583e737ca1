// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import dev.duet.client.media.MediaException;
import dev.duet.client.media.flow.Pace;
import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Plays a y4m file at its own speed.
public final class FileVideo implements VideoSource {
    /// What comes after the last frame or sample.
    public enum Ending {
        /// The first again.
        LOOP,
        /// The source has ended.
        STOP
    }

    private final PushedVideo frames = new PushedVideo();
    private final Path file;
    private final Ending ending;
    private Pace.@Nullable Run run;
    private Y4mReader reader;

    private FileVideo(Path file, Ending ending, Y4mReader reader) {
        this.file = file;
        this.ending = ending;
        this.reader = reader;
    }

    /// Begins at once. A file that turns out to be cut off ends the source with a [MediaException].
    ///
    /// @throws MediaException `BROKEN_FILE` when it is missing, or its header is not what it should be
    public static FileVideo start(Path file, Ending ending) {
        FileVideo source = new FileVideo(file, ending, Y4mReader.open(file));
        source.begin();
        return source;
    }

    private synchronized void begin() {
        run = Pace.every(reader.framesPerSecond(), this::play);
    }

    private synchronized void play() {
        if (frames.ended().isDone()) {
            return;
        }
        try {
            Optional<VideoFrame> next = reader.next();
            if (next.isEmpty() && ending == Ending.LOOP) {
                reader.close();
                reader = Y4mReader.open(file);
                next = reader.next();
            }
            next.ifPresentOrElse(frame -> frames.push(frame.withTimestampNanos(System.nanoTime())), this::close);
        } catch (MediaException broken) {
            frames.fail(broken);
            close();
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
    public synchronized void close() {
        frames.close();
        if (run != null) {
            run.stop();
        }
        reader.close();
    }
}
