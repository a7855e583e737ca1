// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

/// Lying or upright.
public enum RtcVideoResolutionMode {
    LANDSCAPE(0),
    PORTRAIT(1);

    private final int value;

    RtcVideoResolutionMode(int value) {
        this.value = value;
    }

    /// The guide's number.
    public int value() {
        return value;
    }
}
