// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import dev.duet.client.media.flow.PcmChunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes a WAV file, 10 ms at a time. The first chunk decides rate and channels. Not safe for several threads.
public final class WavWriter implements AutoCloseable {
    private static final int HEADER = 44;
    /// Lengths have 32 bits.
    private static final long MOST_BYTES = 0xFFFFFFFFL - HEADER;

    private final FileChannel out;
    private int rate;
    private int channels;
    private long bytes;

    private WavWriter(FileChannel out) {
        this.out = out;
    }

    /// Makes a file, or empties one that is there.
    public static WavWriter create(Path file) throws IOException {
        return new WavWriter(FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    /// `false` for a chunk of another rate or number of channels than the first, or when the file is full (4 GiB).
    public boolean write(PcmChunk chunk) throws IOException {
        if (rate == 0) {
            rate = chunk.rate();
            channels = chunk.channels();
            writeHeader();
        }
        int length = chunk.samples().capacity() * 2;
        if (chunk.rate() != rate || chunk.channels() != channels || bytes + length > MOST_BYTES) {
            return false;
        }
        ByteBuffer samples = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        samples.asShortBuffer().put(chunk.samples().duplicate().clear());
        writeAll(samples, HEADER + bytes);
        bytes += length;
        return true;
    }

    private void writeHeader() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (HEADER - 8 + bytes)).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels);
        header.putInt(rate)
                .putInt(rate * channels * 2)
                .putShort((short) (channels * 2))
                .putShort((short) 16);
        header.put(ascii("data")).putInt((int) bytes).flip();
        writeAll(header, 0);
    }

    private void writeAll(ByteBuffer buffer, long at) throws IOException {
        long position = at;
        while (buffer.hasRemaining()) {
            position += out.write(buffer, position);
        }
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    /// Writes how long it became. A file without any sound is 48,000 Hz in one channel.
    @Override
    public void close() throws IOException {
        if (!out.isOpen()) {
            return;
        }
        try (out) {
            if (rate == 0) {
                rate = 48_000;
                channels = 1;
            }
            writeHeader();
        }
    }
}
