// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoFrame.Plane;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a y4m file frame by frame. The first frame decides the size; one of another size is refused. Not safe for
/// several threads.
public final class Y4mWriter implements AutoCloseable {
    private final OutputStream out;
    private final int framesPerSecond;
    private int width;
    private int height;

    private Y4mWriter(OutputStream out, int framesPerSecond) {
        this.out = out;
        this.framesPerSecond = framesPerSecond;
    }

    /// Makes a file, or empties one that is there.
    ///
    /// @param framesPerSecond 1 to 240
    public static Y4mWriter create(Path file, int framesPerSecond) throws IOException {
        if (framesPerSecond < 1 || framesPerSecond > 240) {
            throw new IllegalArgumentException(framesPerSecond + " frames a second, must be 1 to 240");
        }
        return new Y4mWriter(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), framesPerSecond);
    }

    /// `false` for a frame of another size than the first, which is not written. Turning is left out.
    public boolean write(VideoFrame frame) throws IOException {
        if (width == 0) {
            width = frame.width();
            height = frame.height();
            out.write(new Y4mHeader(width, height, framesPerSecond, 1).line().getBytes(StandardCharsets.US_ASCII));
        }
        if (frame.width() != width || frame.height() != height) {
            return false;
        }
        out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
        write(frame.y(), width, height);
        write(frame.u(), VideoFrame.chroma(width), VideoFrame.chroma(height));
        write(frame.v(), VideoFrame.chroma(width), VideoFrame.chroma(height));
        return true;
    }

    private void write(Plane plane, int columns, int rows) throws IOException {
        byte[] row = new byte[columns];
        ByteBuffer data = plane.data().duplicate().clear();
        for (int i = 0; i < rows; i++) {
            data.position(i * plane.stride()).get(row);
            out.write(row);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
