// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.own;

import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Kind;
import dev.duet.client.media.Devices.Wish;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where what a call sends comes from: real devices, or whatever the app makes, as a file, a tone, a test picture.
///
/// Each supplier is asked for a new source when a call needs one, on a thread on which it may block, and throws a
/// [dev.duet.client.media.MediaException] when there is none to be had. The call closes what it was given.
///
/// @param microphone null for a client that only listens
/// @param camera null for one that shows nothing
/// @param screen null for one that shares nothing
public record Sources(
        @Nullable Supplier<? extends AudioSource> microphone,
        @Nullable Supplier<? extends VideoSource> camera,
        @Nullable Supplier<? extends VideoSource> screen) {
    /// A screen mostly stands still, and what moves on it is mostly text.
    private static final double SCREEN_FRAMES_PER_SECOND = 15;

    /// Nothing is sent until it is said where it comes from.
    public static final Sources NONE = new Sources(null, null, null);

    /// The system's own choice of real devices.
    public static Sources of(Devices devices) {
        return of(devices, Device.preferred(Kind.MICROPHONE), Device.preferred(Kind.CAMERA));
    }

    /// These real devices, and the first screen.
    public static Sources of(Devices devices, Device microphone, Device camera) {
        return new Sources(
                () -> devices.openMicrophone(microphone),
                () -> devices.openCamera(camera, Wish.CALL),
                () -> devices.openScreen(Device.preferred(Kind.SCREEN), SCREEN_FRAMES_PER_SECOND));
    }

    public Sources withMicrophone(@Nullable Supplier<? extends AudioSource> other) {
        return new Sources(other, camera, screen);
    }

    public Sources withCamera(@Nullable Supplier<? extends VideoSource> other) {
        return new Sources(microphone, other, screen);
    }

    public Sources withScreen(@Nullable Supplier<? extends VideoSource> other) {
        return new Sources(microphone, camera, other);
    }
}
