// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import dev.duet.client.media.MediaException;
import dev.duet.client.media.flow.VideoFrame;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads a y4m file frame by frame. Not safe for several threads.
public final class Y4mReader implements AutoCloseable {
    private static final int LONGEST_LINE = 1_024;

    private final Path file;
    private final InputStream in;
    private final Y4mHeader header;
    private int frames;

    private Y4mReader(Path file, InputStream in) throws IOException {
        this.file = file;
        this.in = in;
        this.header = parse(line().orElse(""));
    }

    /// Opens a file and reads its header.
    ///
    /// @throws MediaException `BROKEN_FILE` when it is missing, or not what it should be
    public static Y4mReader open(Path file) {
        InputStream in = null;
        try {
            in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            return new Y4mReader(file, in);
        } catch (IOException unreadable) {
            closeQuietly(in);
            throw BrokenFile.unreadable(file, unreadable);
        } catch (MediaException broken) {
            closeQuietly(in);
            throw broken;
        }
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable InputStream in) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException ignored) {
            // It is given up anyway.
        }
    }

    private Y4mHeader parse(String line) {
        try {
            return Y4mHeader.parse(line);
        } catch (IllegalArgumentException why) {
            throw BrokenFile.because(file, String.valueOf(why.getMessage()));
        }
    }

    public int width() {
        return header.width();
    }

    public int height() {
        return header.height();
    }

    public double framesPerSecond() {
        return header.framesPerSecond();
    }

    /// The next frame, or nothing at the end of the file. Its timestamp is its place in the file, in nanoseconds from
    /// 0.
    ///
    /// @throws MediaException `BROKEN_FILE` when the file ends in the middle of a frame
    public Optional<VideoFrame> next() {
        try {
            Optional<String> line = line();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            if (!line.get().equals("FRAME") && !line.get().startsWith("FRAME ")) {
                throw BrokenFile.because(file, "frame " + frames + " does not begin with FRAME.");
            }
            return Optional.of(frame());
        } catch (IOException unreadable) {
            throw BrokenFile.unreadable(file, unreadable);
        }
    }

    private VideoFrame frame() throws IOException {
        int size = VideoFrame.packedSize(header.width(), header.height());
        byte[] i420 = in.readNBytes(size);
        if (i420.length < size) {
            throw BrokenFile.because(
                    file, "it is cut off: frame " + frames + " has " + i420.length + " of " + size + " bytes.");
        }
        long nanos = (long) (frames++ * 1e9 / header.framesPerSecond());
        return VideoFrame.ofPacked(header.width(), header.height(), i420, nanos);
    }

    /// Nothing at the end of the file; what is left there without a line's end is cut off.
    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 && line.size() == 0) {
                return Optional.empty();
            }
            if (next < 0 || line.size() == LONGEST_LINE) {
                throw BrokenFile.because(file, next < 0 ? "it is cut off in a header." : "it is no y4m file.");
            }
            line.write(next);
        }
        return Optional.of(line.toString(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        closeQuietly(in);
    }
}
