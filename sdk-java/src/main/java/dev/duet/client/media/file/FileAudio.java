// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import dev.duet.client.media.MediaException;
import dev.duet.client.media.file.FileVideo.Ending;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.Pace;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.PushedAudio;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Plays a WAV file at its own speed.
public final class FileAudio implements AudioSource {
    private final PushedAudio chunks = new PushedAudio();
    private final Path file;
    private final Ending ending;
    private Pace.@Nullable Run run;
    private WavReader reader;

    private FileAudio(Path file, Ending ending, WavReader reader) {
        this.file = file;
        this.ending = ending;
        this.reader = reader;
    }

    /// Begins at once. A file that turns out to be cut off ends the source with a [MediaException].
    ///
    /// @throws MediaException `BROKEN_FILE` when it is missing, or its header is not what it should be
    public static FileAudio start(Path file, Ending ending) {
        FileAudio source = new FileAudio(file, ending, WavReader.open(file));
        source.begin();
        return source;
    }

    private synchronized void begin() {
        run = Pace.every(100, this::play);
    }

    private synchronized void play() {
        if (chunks.ended().isDone()) {
            return;
        }
        try {
            Optional<PcmChunk> next = reader.next();
            if (next.isEmpty() && ending == Ending.LOOP) {
                reader.close();
                reader = WavReader.open(file);
                next = reader.next();
            }
            next.ifPresentOrElse(chunks::push, this::close);
        } catch (MediaException broken) {
            chunks.fail(broken);
            close();
        }
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
    public synchronized void close() {
        chunks.close();
        if (run != null) {
            run.stop();
        }
        reader.close();
    }
}
