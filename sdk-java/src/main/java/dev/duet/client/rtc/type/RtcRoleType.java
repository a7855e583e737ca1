// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

/// Without meaning in a call: everybody may speak.
public enum RtcRoleType {
    ANCHOR(20),
    AUDIENCE(21);

    private final int value;

    RtcRoleType(int value) {
        this.value = value;
    }

    /// The guide's number.
    public int value() {
        return value;
    }
}
