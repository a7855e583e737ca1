// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import android.content.Context;
import dev.duet.client.media.Devices.Kind;
import org.webrtc.CapturerObserver;
import org.webrtc.EglBase;
import org.webrtc.SurfaceTextureHelper;
import org.webrtc.VideoCapturer;
import org.webrtc.VideoFrame;

/// Runs what captures pictures, on a thread of its own, until its source is closed.
final class Capture {
    private Capture() {}

    static NativeVideo start(
            Context context, EglBase.Context graphics, VideoCapturer capturer, int width, int height, int fps) {
        SurfaceTextureHelper surface = SurfaceTextureHelper.create("duet-capture", graphics);
        NativeVideo video = new NativeVideo(() -> stop(capturer, surface));
        try {
            capturer.initialize(surface, context, new Into(video));
            capturer.startCapture(width, height, fps);
            return video;
        } catch (RuntimeException refused) {
            video.close();
            throw refused;
        }
    }

    private static void stop(VideoCapturer capturer, SurfaceTextureHelper surface) {
        try {
            capturer.stopCapture();
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
        } finally {
            capturer.dispose();
            surface.dispose();
        }
    }

    private record Into(NativeVideo video) implements CapturerObserver {
        @Override
        public void onCapturerStarted(boolean success) {
            if (!success) {
                video.fail(AndroidDevices.refused(Kind.CAMERA, "it did not start."));
            }
        }

        @Override
        public void onCapturerStopped() {}

        @Override
        public void onFrameCaptured(VideoFrame frame) {
            video.frame(frame);
        }
    }
}
