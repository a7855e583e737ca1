// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.audio;

import android.media.AudioDeviceInfo;
import android.media.AudioManager;
import dev.duet.client.android.route.Route;
import java.util.Set;

/// From API 31 on an app names the device of its call.
final class CommunicationDevices implements Ways {
    private final AudioManager audio;

    CommunicationDevices(AudioManager audio) {
        this.audio = audio;
    }

    @Override
    public Set<Route> available() {
        return DeviceTypes.routes(audio.getAvailableCommunicationDevices());
    }

    @Override
    public boolean take(Route route) {
        for (AudioDeviceInfo each : audio.getAvailableCommunicationDevices()) {
            if (DeviceTypes.route(each.getType()) == route) {
                return audio.setCommunicationDevice(each);
            }
        }
        return false;
    }

    @Override
    public void letGo() {
        audio.clearCommunicationDevice();
    }
}
