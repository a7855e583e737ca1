// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import android.Manifest;
import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageManager;
import dev.duet.client.media.Devices;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.webrtc.Camera1Enumerator;
import org.webrtc.Camera2Enumerator;
import org.webrtc.CameraEnumerator;
import org.webrtc.EglBase;

/// The phone's devices. There is one microphone and one loudspeaker to open; which of its ways sound takes is the
/// business of `AudioRoutes`.
final class AndroidDevices implements Devices {
    private final Context context;
    private final Supplier<EglBase.Context> graphics;
    private volatile @Nullable Intent screenPermission;

    AndroidDevices(Context context, Supplier<EglBase.Context> graphics) {
        this.context = context;
        this.graphics = graphics;
    }

    void setScreenPermission(Intent permission) {
        screenPermission = permission;
    }

    boolean ownMicrophone(AudioSource source) {
        return source instanceof AndroidMicrophone;
    }

    @Override
    public List<Device> list(Kind kind) {
        return switch (kind) {
            case CAMERA -> cameras();
            case MICROPHONE -> feature(PackageManager.FEATURE_MICROPHONE, new Device(kind, "", "microphone"));
            case SPEAKER -> feature(PackageManager.FEATURE_AUDIO_OUTPUT, new Device(kind, "", "speaker"));
            case SCREEN -> List.of(new Device(kind, "", "screen"));
        };
    }

    private List<Device> feature(String feature, Device device) {
        return context.getPackageManager().hasSystemFeature(feature) ? List.of(device) : List.of();
    }

    /// The one in front first, as calls want it.
    private List<Device> cameras() {
        CameraEnumerator cameras = enumerator();
        List<Device> found = new ArrayList<>();
        for (String each : cameras.getDeviceNames()) {
            boolean front = cameras.isFrontFacing(each);
            found.add(front ? 0 : found.size(), new Device(Kind.CAMERA, each, front ? "front camera" : "back camera"));
        }
        return found;
    }

    private CameraEnumerator enumerator() {
        return Camera2Enumerator.isSupported(context) ? new Camera2Enumerator(context) : new Camera1Enumerator(true);
    }

    @Override
    public VideoSource openCamera(Device camera, Wish wish) {
        require(Kind.CAMERA, Manifest.permission.CAMERA);
        Device found = cameras().stream()
                .filter(each -> camera.id().isEmpty() || each.id().equals(camera.id()))
                .findFirst()
                .orElseThrow(() -> new MediaException(
                        Reason.NO_DEVICE,
                        "The camera cannot be had: the phone has none, or not \"" + camera.name() + "\"."));
        return Cameras.open(context, graphics.get(), enumerator(), found, wish);
    }

    @Override
    public AudioSource openMicrophone(Device microphone) {
        require(Kind.MICROPHONE, Manifest.permission.RECORD_AUDIO);
        return new AndroidMicrophone();
    }

    @Override
    public VideoSource openScreen(Device screen, double framesPerSecond) {
        Intent permission = screenPermission;
        if (permission == null) {
            throw refused(Kind.SCREEN, "ask MediaProjectionManager first, and give its answer to setScreenPermission.");
        }
        // From API 34 on an answer serves once.
        screenPermission = null;
        return Screens.open(context, graphics.get(), permission, framesPerSecond);
    }

    @Override
    public Speaker openSpeaker(Device speaker) {
        return new AndroidSpeaker();
    }

    private void require(Kind kind, String permission) {
        if (context.checkSelfPermission(permission) != PackageManager.PERMISSION_GRANTED) {
            throw refused(kind, "ask the person for " + permission + " first.");
        }
    }

    static MediaException refused(Kind kind, String why) {
        return new MediaException(
                Reason.DEVICE_REFUSED, "The " + kind.name().toLowerCase(Locale.ROOT) + " cannot be had: " + why);
    }
}
