// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.device;

import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Speaker;
import dev.duet.client.media.flow.PcmChunk;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// A loudspeaker. Sound that its buffer has no room for is dropped, so that none is ever late.
final class Loudspeaker implements Speaker {
    private final SourceDataLine line;
    private volatile int percent = 100;

    private Loudspeaker(SourceDataLine line) {
        this.line = line;
    }

    static Speaker open(Device device) {
        SourceDataLine line = (SourceDataLine) SoundCard.find(device);
        try {
            line.open(SoundCard.FORMAT, SoundCard.BUFFER_BYTES);
        } catch (LineUnavailableException | IllegalStateException refused) {
            throw MachineDevices.refused(device, refused);
        }
        line.start();
        return new Loudspeaker(line);
    }

    @Override
    public void chunk(PcmChunk chunk) {
        if (chunk.rate() != SoundCard.RATE) {
            throw new IllegalArgumentException("a loudspeaker plays " + SoundCard.RATE + " Hz, not " + chunk.rate());
        }
        byte[] bytes = bytes(chunk, percent);
        if (line.available() >= bytes.length) {
            line.write(bytes, 0, bytes.length);
        }
    }

    /// One channel of little-endian samples; of two the mean.
    static byte[] bytes(PcmChunk chunk, int percent) {
        int count = chunk.rate() / 100;
        byte[] bytes = new byte[count * 2];
        for (int i = 0; i < count; i++) {
            int left = chunk.samples().get(i * chunk.channels());
            int right = chunk.samples().get(i * chunk.channels() + chunk.channels() - 1);
            int sample = (left + right) / 2 * percent / 100;
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return bytes;
    }

    @Override
    public void setVolume(int wanted) {
        percent = Math.clamp(wanted, 0, 100);
    }

    @Override
    public void close() {
        line.close();
    }
}
