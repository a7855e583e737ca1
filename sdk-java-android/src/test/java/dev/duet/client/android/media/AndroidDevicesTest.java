// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import android.Manifest;
import android.app.Application;
import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Kind;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;

@RunWith(RobolectricTestRunner.class)
@Config(sdk = 34)
public class AndroidDevicesTest {
    private final Application app = RuntimeEnvironment.getApplication();
    private final Devices devices = new AndroidDevices(app, () -> {
        throw new AssertionError("no graphics are needed");
    });

    private static MediaException refused(Runnable open) {
        return catchThrowableOfType(MediaException.class, open::run);
    }

    @Test
    public void a_camera_without_leave_is_refused_with_what_to_ask_for() {
        MediaException why = refused(() -> devices.openCamera(Device.preferred(Kind.CAMERA), Devices.Wish.CALL));
        assertThat(why.reason()).isEqualTo(Reason.DEVICE_REFUSED);
        assertThat(why).hasMessageContaining("android.permission.CAMERA");
    }

    @Test
    public void a_microphone_without_leave_is_refused_with_what_to_ask_for() {
        MediaException why = refused(() -> devices.openMicrophone(Device.preferred(Kind.MICROPHONE)));
        assertThat(why.reason()).isEqualTo(Reason.DEVICE_REFUSED);
        assertThat(why).hasMessageContaining("android.permission.RECORD_AUDIO");
    }

    @Test
    public void a_screen_without_leave_is_refused_with_what_to_ask_for() {
        MediaException why = refused(() -> devices.openScreen(Device.preferred(Kind.SCREEN), 15));
        assertThat(why.reason()).isEqualTo(Reason.DEVICE_REFUSED);
        assertThat(why).hasMessageContaining("setScreenPermission");
    }

    @Test
    public void a_phone_without_a_camera_says_so() {
        Shadows.shadowOf(app).grantPermissions(Manifest.permission.CAMERA);
        assertThat(devices.list(Kind.CAMERA)).isEmpty();
        assertThat(refused(() -> devices.openCamera(Device.preferred(Kind.CAMERA), Devices.Wish.CALL))
                        .reason())
                .isEqualTo(Reason.NO_DEVICE);
    }

    @Test
    public void an_engine_without_its_library_says_which() {
        MediaException why = refused(() -> new AndroidMediaEngine(app).prepare());
        assertThat(why.reason()).isEqualTo(Reason.NO_NATIVE_LIBRARY);
        assertThat(why).hasMessageContaining("io.github.webrtc-sdk:android");
    }
}
