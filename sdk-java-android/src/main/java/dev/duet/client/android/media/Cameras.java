// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import android.content.Context;
import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Kind;
import dev.duet.client.media.Devices.Wish;
import dev.duet.client.media.MediaException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.webrtc.CameraEnumerator;
import org.webrtc.CameraVideoCapturer;
import org.webrtc.EglBase;

/// Opens a camera and waits until it sees.
final class Cameras {
    private static final long PATIENCE_SECONDS = 10;

    private Cameras() {}

    static NativeVideo open(
            Context context, EglBase.Context graphics, CameraEnumerator cameras, Device device, Wish wish) {
        CompletableFuture<Void> sees = new CompletableFuture<>();
        CompletableFuture<NativeVideo> video = new CompletableFuture<>();
        CameraVideoCapturer camera = cameras.createCapturer(device.id(), new Events(sees, video));
        NativeVideo running = Capture.start(
                context, graphics, camera, wish.width(), wish.height(), (int) Math.round(wish.framesPerSecond()));
        video.complete(running);
        try {
            sees.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return running;
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            running.close();
            throw AndroidDevices.refused(Kind.CAMERA, "it did not begin: " + failed.getMessage());
        }
    }

    /// What the camera tells on a thread of its own.
    private record Events(CompletableFuture<Void> sees, CompletableFuture<NativeVideo> video)
            implements CameraVideoCapturer.CameraEventsHandler {
        @Override
        public void onFirstFrameAvailable() {
            sees.complete(null);
        }

        @Override
        public void onCameraError(String why) {
            broke(why);
        }

        @Override
        public void onCameraDisconnected() {
            broke("another app took it.");
        }

        private void broke(String why) {
            MediaException fault = AndroidDevices.refused(Kind.CAMERA, why);
            sees.completeExceptionally(fault);
            var unused = video.thenAccept(each -> each.fail(fault));
        }

        @Override
        public void onCameraFreezed(String why) {}

        @Override
        public void onCameraOpening(String name) {}

        @Override
        public void onCameraClosed() {}
    }
}
