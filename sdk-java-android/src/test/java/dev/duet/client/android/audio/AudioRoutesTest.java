// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.audio;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Context;
import android.media.AudioDeviceInfo;
import android.media.AudioManager;
import dev.duet.client.android.route.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.AudioDeviceInfoBuilder;
import org.robolectric.shadows.ShadowAudioManager;
import org.robolectric.shadows.ShadowLooper;

@RunWith(RobolectricTestRunner.class)
@Config(sdk = 34)
public class AudioRoutesTest {
    private static final AudioDeviceInfo SPEAKER = device(AudioDeviceInfo.TYPE_BUILTIN_SPEAKER);
    private static final AudioDeviceInfo EARPIECE = device(AudioDeviceInfo.TYPE_BUILTIN_EARPIECE);
    private static final AudioDeviceInfo HEADSET = device(AudioDeviceInfo.TYPE_WIRED_HEADSET);
    private static final AudioDeviceInfo BLUETOOTH = device(AudioDeviceInfo.TYPE_BLUETOOTH_SCO);
    private static final AudioDeviceInfo USB = device(AudioDeviceInfo.TYPE_USB_HEADSET);

    private final Context context = RuntimeEnvironment.getApplication();
    private final AudioManager audio = context.getSystemService(AudioManager.class);
    private final ShadowAudioManager phone = Shadows.shadowOf(audio);
    private final List<String> told = new ArrayList<>();

    private static AudioDeviceInfo device(int type) {
        return AudioDeviceInfoBuilder.newBuilder().setType(type).build();
    }

    private void plugIn(AudioDeviceInfo... devices) {
        for (AudioDeviceInfo each : devices) {
            phone.addAvailableCommunicationDevice(each, true);
        }
        ShadowLooper.idleMainLooper();
    }

    private void pullOut(AudioDeviceInfo device) {
        phone.removeAvailableCommunicationDevice(device, true);
        ShadowLooper.idleMainLooper();
    }

    private AudioRoutes call(boolean loud) {
        return new AudioRoutes(context, loud, (now, before) -> told.add(before + ">" + now));
    }

    @Test
    public void a_call_takes_the_phone_into_the_mode_for_calls_and_back() {
        plugIn(SPEAKER, EARPIECE);
        AudioRoutes routes = call(false);
        assertThat(audio.getMode()).isEqualTo(AudioManager.MODE_IN_COMMUNICATION);
        assertThat(routes.current()).isEqualTo(Route.EARPIECE);
        assertThat(audio.getCommunicationDevice()).isEqualTo(EARPIECE);
        routes.close();
        assertThat(audio.getMode()).isEqualTo(AudioManager.MODE_NORMAL);
        assertThat(audio.getCommunicationDevice()).isNull();
        assertThat(told).containsExactly("UNKNOWN>EARPIECE");
    }

    @Test
    public void sound_follows_what_is_plugged_in_and_out() {
        plugIn(SPEAKER, EARPIECE);
        AudioRoutes routes = call(false);
        plugIn(HEADSET);
        assertThat(audio.getCommunicationDevice()).isEqualTo(HEADSET);
        plugIn(BLUETOOTH);
        assertThat(audio.getCommunicationDevice()).isEqualTo(BLUETOOTH);
        pullOut(BLUETOOTH);
        assertThat(audio.getCommunicationDevice()).isEqualTo(HEADSET);
        pullOut(HEADSET);
        assertThat(audio.getCommunicationDevice()).isEqualTo(EARPIECE);
        assertThat(told)
                .containsExactly(
                        "UNKNOWN>EARPIECE", "EARPIECE>WIRED", "WIRED>BLUETOOTH", "BLUETOOTH>WIRED", "WIRED>EARPIECE");
        routes.close();
    }

    @Test
    public void a_video_call_is_loud_and_the_app_may_choose() {
        plugIn(SPEAKER, EARPIECE, USB);
        AudioRoutes routes = call(true);
        assertThat(routes.current()).isEqualTo(Route.SOUND_CARD);
        assertThat(routes.setAudioRoute(Route.SPEAKER)).isTrue();
        assertThat(audio.getCommunicationDevice()).isEqualTo(SPEAKER);
        assertThat(routes.setAudioRoute(Route.BLUETOOTH)).isFalse();
        assertThat(routes.current()).isEqualTo(Route.SPEAKER);
        routes.close();
    }

    @Test
    public void what_the_system_does_not_give_is_not_taken() {
        plugIn(SPEAKER, EARPIECE);
        AudioRoutes routes = call(false);
        phone.lockCommunicationDevice(true);
        assertThat(routes.setAudioRoute(Route.SPEAKER)).isFalse();
        phone.lockCommunicationDevice(false);
        routes.close();
    }

    @Test
    public void nothing_happens_after_the_end() {
        plugIn(SPEAKER, EARPIECE);
        AudioRoutes routes = call(false);
        routes.close();
        routes.close();
        plugIn(HEADSET);
        assertThat(routes.setAudioRoute(Route.SPEAKER)).isFalse();
        assertThat(audio.getCommunicationDevice()).isNull();
    }
}
