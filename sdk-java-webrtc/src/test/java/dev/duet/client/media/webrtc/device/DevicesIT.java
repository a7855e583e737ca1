// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Kind;
import dev.duet.client.media.Devices.Wish;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Loads the library, so it has a JVM of its own.
class DevicesIT {
    private final MachineDevices devices = new MachineDevices();

    @Test
    void a_device_that_is_not_there_is_refused_as_such() {
        refused(() -> devices.openMicrophone(new Device(Kind.MICROPHONE, "no such", "gone")));
        refused(() -> devices.openSpeaker(new Device(Kind.SPEAKER, "no such", "gone")));
        refused(() -> devices.openScreen(new Device(Kind.SCREEN, "no such", "gone"), 5));
        refused(() -> devices.openCamera(new Device(Kind.CAMERA, "no such", "gone"), Wish.CALL));
    }

    private static void refused(ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NO_DEVICE));
    }

    @Test
    void lists_are_lists_of_their_kind() {
        for (Kind kind : Kind.values()) {
            assertThat(devices.list(kind)).allMatch(each -> each.kind() == kind);
        }
    }

    @Test
    void a_microphone_is_not_opened_as_a_camera() {
        assertThatThrownBy(() -> devices.openCamera(Device.preferred(Kind.MICROPHONE), Wish.CALL))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
