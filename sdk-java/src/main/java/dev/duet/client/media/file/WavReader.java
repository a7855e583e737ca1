// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import dev.duet.client.media.MediaException;
import dev.duet.client.media.flow.PcmChunk;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads a WAV file of 16-bit PCM, 10 ms at a time. Not safe for several threads.
public final class WavReader implements AutoCloseable {
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int BIGGEST_FORMAT = 64;

    private final Path file;
    private final InputStream in;
    private int rate;
    private int channels;
    private long left;

    private WavReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /// Opens a file and reads up to its first sample.
    ///
    /// @throws MediaException `BROKEN_FILE` when it is missing, or not what it should be
    public static WavReader open(Path file) {
        try {
            WavReader reader = new WavReader(file, new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            try {
                reader.readHeader();
                return reader;
            } catch (IOException | RuntimeException broken) {
                reader.close();
                throw broken;
            }
        } catch (IOException unreadable) {
            throw BrokenFile.unreadable(file, unreadable);
        }
    }

    public int rate() {
        return rate;
    }

    public int channels() {
        return channels;
    }

    private void readHeader() throws IOException {
        ByteBuffer riff = bytes(12);
        if (!word(riff, 0).equals("RIFF") || !word(riff, 8).equals("WAVE")) {
            throw BrokenFile.because(file, "it is no WAV file, which begins with RIFF and WAVE.");
        }
        ByteBuffer head = bytes(8);
        while (!word(head, 0).equals("data")) {
            readPart(word(head, 0), length(head));
            head = bytes(8);
        }
        left = length(head);
        if (rate == 0) {
            throw BrokenFile.because(file, "its samples come before their format.");
        }
    }

    /// Parts have an even length; the one of the samples is read later.
    private void readPart(String name, long length) throws IOException {
        if (name.equals("fmt ")) {
            readFormat(length);
        } else {
            in.skipNBytes(length);
        }
        in.skipNBytes(length % 2);
    }

    private static long length(ByteBuffer head) {
        return head.getInt(4) & 0xFFFFFFFFL;
    }

    private void readFormat(long length) throws IOException {
        if (length < 16 || length > BIGGEST_FORMAT) {
            throw BrokenFile.because(file, "its format has " + length + " bytes.");
        }
        ByteBuffer format = bytes((int) length);
        int code = format.getShort(0) & 0xFFFF;
        int bits = format.getShort(14);
        if ((code != PCM && code != EXTENSIBLE) || bits != 16) {
            throw BrokenFile.because(
                    file, "its format is " + code + " with " + bits + " bits, only PCM with 16 is read.");
        }
        channels = format.getShort(2);
        rate = format.getInt(4);
        try {
            PcmChunk unused = PcmChunk.silence(rate, channels);
        } catch (RuntimeException illegal) {
            throw BrokenFile.because(file, illegal.getMessage() + ".");
        }
    }

    /// The next 10 ms, the last of them filled up with silence, or nothing at the end.
    ///
    /// @throws MediaException `BROKEN_FILE` when the file has less than it says
    public Optional<PcmChunk> next() {
        if (left == 0) {
            return Optional.empty();
        }
        try {
            short[] samples = new short[rate / 100 * channels];
            int wanted = (int) Math.min(left, samples.length * 2L);
            bytes(wanted).asShortBuffer().get(samples, 0, wanted / 2);
            left -= wanted;
            return Optional.of(PcmChunk.of(samples, rate, channels));
        } catch (IOException unreadable) {
            throw BrokenFile.unreadable(file, unreadable);
        }
    }

    private ByteBuffer bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw BrokenFile.because(file, "it is cut off: " + (count - bytes.length) + " bytes and more are missing.");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String word(ByteBuffer from, int at) {
        byte[] letters = new byte[4];
        from.duplicate().position(at).get(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException ignored) {
            // It was only read.
        }
    }
}
