// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.client.media.MediaKind;
import dev.duet.client.media.engine.Courier;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.webrtc.device.NativePictures;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

/// What comes from the other side. The library's threads only copy it here; nothing of the app's runs on them.
final class Arrivals {
    private static final Logger LOG = System.getLogger(Arrivals.class.getName());
    private static final int FRAMES = 4;
    private static final int CHUNKS = 50;

    private final Courier<PcmChunk> sound = new Courier<>(CHUNKS, Elsewhere::sink);
    private final Courier<VideoFrame> camera = new Courier<>(FRAMES, Elsewhere::sink);
    private final Courier<VideoFrame> screen = new Courier<>(FRAMES, Elsewhere::sink);

    Courier<PcmChunk> sound() {
        return sound;
    }

    Courier<VideoFrame> pictures(MediaKind place) {
        return switch (place) {
            case AUDIO -> throw new IllegalArgumentException("pictures come at CAMERA or SCREEN, not AUDIO");
            case CAMERA -> camera;
            case SCREEN -> screen;
        };
    }

    AudioTrackSink ear() {
        return (data, bitsPerSample, rate, channels, frames) -> {
            ExitWatch.meet();
            try {
                if (sound.wanted()) {
                    sound.bring(chunk(data, rate, channels));
                }
            } catch (RuntimeException | Error bug) {
                LOG.log(Level.WARNING, "Sound was lost.", bug);
            }
        };
    }

    private static PcmChunk chunk(byte[] data, int rate, int channels) {
        short[] samples = new short[data.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((data[2 * i] & 0xFF) | data[2 * i + 1] << 8);
        }
        return PcmChunk.of(samples, rate, channels);
    }

    Map<MediaKind, VideoTrackSink> eyes() {
        return Map.of(MediaKind.CAMERA, eye(camera), MediaKind.SCREEN, eye(screen));
    }

    /// The library hands each frame over for good: who does not release it leaks it.
    private static VideoTrackSink eye(Courier<VideoFrame> pictures) {
        return frame -> {
            ExitWatch.meet();
            try {
                if (pictures.wanted()) {
                    pictures.bring(NativePictures.ofNative(frame, System.nanoTime()));
                }
            } catch (RuntimeException | Error bug) {
                LOG.log(Level.WARNING, "A picture was lost.", bug);
            } finally {
                frame.release();
            }
        };
    }

    void close() {
        sound.bringTo(null);
        camera.bringTo(null);
        screen.bringTo(null);
    }
}
