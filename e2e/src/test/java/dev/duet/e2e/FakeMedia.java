// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Camera and microphone files for Chromium's fake devices: a moving picture in a colour of its own and a voice-like
/// sound.
public record FakeMedia(Path camera, Path microphone) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int FRAMES = 60;
    private static final int SAMPLE_RATE = 48_000;
    private static final int SOUND_SECONDS = 4;

    /// A person on screen: the colour that the other side must see, as U and V of the picture.
    public enum Colour {
        RED(90, 200),
        BLUE(200, 90);

        private final int u;
        private final int v;

        Colour(int u, int v) {
            this.u = u;
            this.v = v;
        }
    }

    static FakeMedia write(Path folder, Colour colour) throws IOException {
        Path camera = folder.resolve(colour + ".y4m");
        Path microphone = folder.resolve(colour + ".wav");
        writePicture(camera, colour);
        writeSound(microphone);
        return new FakeMedia(camera, microphone);
    }

    /// A brightness gradient that moves right, so that each frame differs and the encoder has work.
    private static void writePicture(Path file, Colour colour) throws IOException {
        byte[] luma = new byte[WIDTH * HEIGHT];
        byte[] chroma = new byte[WIDTH * HEIGHT / 4];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("YUV4MPEG2 W%d H%d F30:1 Ip A1:1 C420jpeg\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(StandardCharsets.US_ASCII));
            for (int frame = 0; frame < FRAMES; frame++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                for (int y = 0; y < HEIGHT; y++) {
                    for (int x = 0; x < WIDTH; x++) {
                        int wave = (x + frame * WIDTH / FRAMES) % WIDTH;
                        luma[y * WIDTH + x] = (byte) (60 + wave * 120 / WIDTH + ((x / 40 + y / 40) % 2) * 30);
                    }
                }
                out.write(luma);
                java.util.Arrays.fill(chroma, (byte) colour.u);
                out.write(chroma);
                java.util.Arrays.fill(chroma, (byte) colour.v);
                out.write(chroma);
            }
        }
    }

    /// Syllables of a buzzing voice: steady tones would be taken for noise and suppressed.
    private static void writeSound(Path file) throws IOException {
        int samples = SAMPLE_RATE * SOUND_SECONDS;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1);
        wav.putInt(SAMPLE_RATE).putInt(SAMPLE_RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
        for (int n = 0; n < samples; n++) {
            double t = (double) n / SAMPLE_RATE;
            double syllable = Math.max(0, Math.sin(2 * Math.PI * 3 * t));
            double pitch = 140 + 40 * Math.sin(2 * Math.PI * 0.7 * t);
            double voice = 0;
            for (int harmonic = 1; harmonic <= 8; harmonic++) {
                voice += Math.sin(2 * Math.PI * pitch * harmonic * t) / harmonic;
            }
            wav.putShort((short) (syllable * voice * 9_000));
        }
        Files.write(file, wav.array());
    }
}
