// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

import dev.duet.client.media.Devices;

/// What kind of device.
public enum RtcMediaDeviceType {
    MIC(0, Devices.Kind.MICROPHONE),
    SPEAKER(1, Devices.Kind.SPEAKER),
    CAMERA(2, Devices.Kind.CAMERA);

    private final int value;
    private final Devices.Kind kind;

    RtcMediaDeviceType(int value, Devices.Kind kind) {
        this.value = value;
        this.kind = kind;
    }

    /// The guide's number.
    public int value() {
        return value;
    }

    /// The engine's word for it.
    public Devices.Kind kind() {
        return kind;
    }
}
