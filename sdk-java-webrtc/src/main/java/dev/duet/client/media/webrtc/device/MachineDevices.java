// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.device;

import dev.duet.client.media.Devices;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSource;
import java.util.List;

/// The devices of this machine: cameras and screens by libwebrtc, sound by the JDK.
public final class MachineDevices implements Devices {
    @Override
    public List<Device> list(Kind kind) {
        return switch (kind) {
            case CAMERA -> Camera.list();
            case SCREEN -> Screen.list();
            case MICROPHONE, SPEAKER -> SoundCard.list(kind);
        };
    }

    @Override
    public VideoSource openCamera(Device camera, Wish wish) {
        require(Kind.CAMERA, camera);
        return Camera.open(camera, wish);
    }

    @Override
    public AudioSource openMicrophone(Device microphone) {
        require(Kind.MICROPHONE, microphone);
        return Microphone.open(microphone);
    }

    @Override
    public VideoSource openScreen(Device screen, double framesPerSecond) {
        require(Kind.SCREEN, screen);
        return Screen.open(screen, framesPerSecond);
    }

    @Override
    public Speaker openSpeaker(Device speaker) {
        require(Kind.SPEAKER, speaker);
        return Loudspeaker.open(speaker);
    }

    private static void require(Kind kind, Device device) {
        if (device.kind() != kind) {
            throw new IllegalArgumentException(device.name() + " is a " + device.kind() + ", not a " + kind);
        }
    }

    static MediaException none(Kind kind, String why) {
        return new MediaException(Reason.NO_DEVICE, "There is no " + word(kind) + " to open: " + why);
    }

    static MediaException refused(Device device, Throwable cause) {
        return new MediaException(
                Reason.DEVICE_REFUSED,
                "The " + word(device.kind()) + " \"" + device.name()
                        + "\" would not open; another program may have it, or this one may not use it.",
                cause);
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case CAMERA -> "camera";
            case MICROPHONE -> "microphone";
            case SPEAKER -> "loudspeaker";
            case SCREEN -> "screen";
        };
    }
}
