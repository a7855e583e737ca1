// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import android.media.AudioFormat;
import android.media.AudioRecord;
import android.media.MediaRecorder;
import dev.duet.client.media.Devices.Kind;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.PushedAudio;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The phone's microphone. A connection that sends it has the library record, with its echo canceller; for sinks
/// of the app's it records by itself, with the phone's, while there are any.
final class AndroidMicrophone implements AudioSource {
    private static final int RATE = 48_000;
    private static final int CHUNK = RATE / 100;

    private final PushedAudio chunks = new PushedAudio();
    private int sinks;
    private boolean closed;
    private @Nullable Recording recording;

    @Override
    public synchronized void addSink(AudioSink sink) {
        chunks.addSink(sink);
        sinks++;
        if (recording == null && !closed) {
            recording = new Recording(open());
            AppThreads.daemon(recording, "duet-microphone").start();
        }
    }

    @Override
    public synchronized void removeSink(AudioSink sink) {
        chunks.removeSink(sink);
        sinks = Math.max(0, sinks - 1);
        if (sinks == 0) {
            stop();
        }
    }

    @Override
    public CompletableFuture<Void> ended() {
        return chunks.ended();
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
        chunks.close();
    }

    private void stop() {
        if (recording != null) {
            recording.running = false;
            recording = null;
        }
    }

    private static AudioRecord open() {
        int least = AudioRecord.getMinBufferSize(RATE, AudioFormat.CHANNEL_IN_MONO, AudioFormat.ENCODING_PCM_16BIT);
        AudioRecord record = new AudioRecord(
                MediaRecorder.AudioSource.VOICE_COMMUNICATION,
                RATE,
                AudioFormat.CHANNEL_IN_MONO,
                AudioFormat.ENCODING_PCM_16BIT,
                Math.max(least, CHUNK * 2 * 4));
        if (record.getState() != AudioRecord.STATE_INITIALIZED) {
            record.release();
            throw AndroidDevices.refused(Kind.MICROPHONE, "another app may have it.");
        }
        return record;
    }

    private final class Recording implements Runnable {
        private final AudioRecord record;
        private volatile boolean running = true;

        Recording(AudioRecord record) {
            this.record = record;
        }

        @Override
        public void run() {
            try {
                record.startRecording();
                while (running) {
                    short[] samples = new short[CHUNK];
                    if (record.read(samples, 0, CHUNK) == CHUNK) {
                        chunks.push(PcmChunk.of(samples, RATE, 1));
                    } else {
                        running = false;
                    }
                }
            } catch (IllegalStateException broken) {
                chunks.fail(AndroidDevices.refused(Kind.MICROPHONE, "it broke off."));
            } finally {
                record.release();
            }
        }
    }
}
