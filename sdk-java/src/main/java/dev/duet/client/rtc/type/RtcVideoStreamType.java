// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

/// Which picture of a user: of the camera the big or the small one, or the screen.
public enum RtcVideoStreamType {
    BIG(0),
    SMALL(1),
    SUB(2);

    private final int value;

    RtcVideoStreamType(int value) {
        this.value = value;
    }

    /// The guide's number.
    public int value() {
        return value;
    }
}
