// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.device;

import dev.duet.client.media.Devices.Device;
import dev.duet.client.rtc.type.RtcMediaDeviceType;

/// One device as the guide shows it.
///
/// @param deviceId stable while it is plugged in
/// @param deviceName for people
public record DeviceInfo(RtcMediaDeviceType type, String deviceId, String deviceName) {
    static DeviceInfo of(RtcMediaDeviceType type, Device device) {
        return new DeviceInfo(type, device.id(), device.name());
    }
}
