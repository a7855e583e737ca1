// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import android.content.Context;
import android.content.Intent;
import android.media.projection.MediaProjection;
import android.util.DisplayMetrics;
import dev.duet.client.media.Devices.Kind;
import java.util.concurrent.CompletableFuture;
import org.webrtc.EglBase;
import org.webrtc.ScreenCapturerAndroid;

/// Opens the screen, by the person's leave.
final class Screens {
    /// Text stays readable at it, and a phone's encoder keeps up.
    private static final int LONGEST_SIDE = 1280;

    private Screens() {}

    static NativeVideo open(Context context, EglBase.Context graphics, Intent permission, double framesPerSecond) {
        CompletableFuture<NativeVideo> video = new CompletableFuture<>();
        ScreenCapturerAndroid screen = new ScreenCapturerAndroid(permission, new MediaProjection.Callback() {
            @Override
            public void onStop() {
                var unused = video.thenAccept(NativeVideo::close);
            }
        });
        DisplayMetrics size = context.getResources().getDisplayMetrics();
        double factor = Math.min(1, (double) LONGEST_SIDE / Math.max(size.widthPixels, size.heightPixels));
        try {
            NativeVideo running = Capture.start(
                    context, graphics, screen, even(size.widthPixels * factor), even(size.heightPixels * factor), (int)
                            Math.round(framesPerSecond));
            video.complete(running);
            return running;
        } catch (SecurityException noService) {
            throw AndroidDevices.refused(Kind.SCREEN, "start a foreground service of type mediaProjection first.");
        }
    }

    /// Encoders want even sides.
    private static int even(double side) {
        return (int) Math.round(side / 2) * 2;
    }
}
