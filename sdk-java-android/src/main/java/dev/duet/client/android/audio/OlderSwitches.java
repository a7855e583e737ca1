// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.audio;

import android.media.AudioManager;
import dev.duet.client.android.route.Route;
import java.util.List;
import java.util.Set;

/// Before API 31 there are two switches, for the loudspeaker and for Bluetooth; with both off, sound takes the
/// wire or the earpiece by itself.
@SuppressWarnings("deprecation") // There is no other way before 31.
final class OlderSwitches implements Ways {
    private final AudioManager audio;

    OlderSwitches(AudioManager audio) {
        this.audio = audio;
    }

    @Override
    public Set<Route> available() {
        Set<Route> routes = DeviceTypes.routes(List.of(audio.getDevices(AudioManager.GET_DEVICES_OUTPUTS)));
        if (routes.contains(Route.WIRED)) {
            // What the socket of the wire takes away.
            routes.remove(Route.EARPIECE);
        }
        return routes;
    }

    @Override
    public boolean take(Route route) {
        bluetooth(route == Route.BLUETOOTH);
        audio.setSpeakerphoneOn(route == Route.SPEAKER);
        return true;
    }

    @Override
    public void letGo() {
        bluetooth(false);
        audio.setSpeakerphoneOn(false);
    }

    private void bluetooth(boolean wanted) {
        if (wanted && !audio.isBluetoothScoOn()) {
            audio.startBluetoothSco();
            audio.setBluetoothScoOn(true);
        } else if (!wanted && audio.isBluetoothScoOn()) {
            audio.setBluetoothScoOn(false);
            audio.stopBluetoothSco();
        }
    }
}
