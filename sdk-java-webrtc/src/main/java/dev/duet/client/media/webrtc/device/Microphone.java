// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.device;

import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.PushedAudio;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CompletableFuture;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/// A microphone, read on a thread of its own.
final class Microphone implements AudioSource {
    private final PushedAudio chunks = new PushedAudio();
    private final TargetDataLine line;

    private Microphone(TargetDataLine line) {
        this.line = line;
    }

    static AudioSource open(Device device) {
        TargetDataLine line = (TargetDataLine) SoundCard.find(device);
        try {
            line.open(SoundCard.FORMAT, SoundCard.BUFFER_BYTES);
        } catch (LineUnavailableException | IllegalStateException refused) {
            throw MachineDevices.refused(device, refused);
        }
        Microphone microphone = new Microphone(line);
        line.start();
        Thread.ofPlatform().daemon().name("duet-media-microphone").start(microphone::read);
        return microphone;
    }

    private void read() {
        byte[] bytes = new byte[SoundCard.RATE / 100 * 2];
        while (line.read(bytes, 0, bytes.length) == bytes.length) {
            short[] samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            chunks.push(PcmChunk.of(samples, SoundCard.RATE, 1));
        }
        chunks.close();
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

    /// Its thread ends with the line.
    @Override
    public void close() {
        chunks.close();
        line.close();
    }
}
