// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

/// What became of a device.
public enum RtcMediaDeviceState {
    ADD(0),
    REMOVE(1),
    /// It is the one in use now.
    ACTIVE(2);

    private final int value;

    RtcMediaDeviceState(int value) {
        this.value = value;
    }

    /// The guide's number.
    public int value() {
        return value;
    }
}
