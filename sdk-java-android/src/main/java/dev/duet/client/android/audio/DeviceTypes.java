// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.audio;

import android.media.AudioDeviceInfo;
import dev.duet.client.android.route.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which way of sound a device of Android's is.
final class DeviceTypes {
    private DeviceTypes() {}

    static Route route(int type) {
        return switch (type) {
            case AudioDeviceInfo.TYPE_BUILTIN_SPEAKER -> Route.SPEAKER;
            case AudioDeviceInfo.TYPE_BUILTIN_EARPIECE -> Route.EARPIECE;
            case AudioDeviceInfo.TYPE_WIRED_HEADSET, AudioDeviceInfo.TYPE_WIRED_HEADPHONES -> Route.WIRED;
            // A2DP plays music only, and no call.
            case AudioDeviceInfo.TYPE_BLUETOOTH_SCO,
                    AudioDeviceInfo.TYPE_BLE_HEADSET,
                    AudioDeviceInfo.TYPE_HEARING_AID -> Route.BLUETOOTH;
            case AudioDeviceInfo.TYPE_USB_HEADSET,
                    AudioDeviceInfo.TYPE_USB_DEVICE,
                    AudioDeviceInfo.TYPE_USB_ACCESSORY -> Route.SOUND_CARD;
            default -> Route.UNKNOWN;
        };
    }

    static Set<Route> routes(List<AudioDeviceInfo> devices) {
        Set<Route> routes = EnumSet.noneOf(Route.class);
        for (AudioDeviceInfo each : devices) {
            routes.add(route(each.getType()));
        }
        routes.remove(Route.UNKNOWN);
        return routes;
    }
}
