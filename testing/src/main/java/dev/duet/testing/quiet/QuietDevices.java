// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing.quiet;

import dev.duet.client.media.Devices;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSource;
import java.util.List;

/// The devices of a machine that has none.
final class QuietDevices implements Devices {
    private static MediaException none() {
        return new MediaException(
                Reason.NO_DEVICE, "A quiet engine has no devices: give the client sources, or an engine with media.");
    }

    @Override
    public List<Device> list(Kind kind) {
        return List.of();
    }

    @Override
    public VideoSource openCamera(Device camera, Wish wish) {
        throw none();
    }

    @Override
    public AudioSource openMicrophone(Device microphone) {
        throw none();
    }

    @Override
    public VideoSource openScreen(Device screen, double framesPerSecond) {
        throw none();
    }

    @Override
    public Speaker openSpeaker(Device speaker) {
        throw none();
    }
}
