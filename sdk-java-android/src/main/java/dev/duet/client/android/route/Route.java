// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.route;

/// A way of sound, with the guide's number.
public enum Route {
    UNKNOWN(-1),
    SPEAKER(0),
    EARPIECE(1),
    WIRED(2),
    BLUETOOTH(3),
    SOUND_CARD(4);

    private final int number;

    Route(int number) {
        this.number = number;
    }

    /// The guide's number.
    public int number() {
        return number;
    }

    /// The route of one of the guide's numbers; [#UNKNOWN] for any other.
    public static Route ofNumber(int number) {
        for (Route each : values()) {
            if (each.number == number) {
                return each;
            }
        }
        return UNKNOWN;
    }

    /// Whether it is a device that somebody plugged in or switched on, and so means to be heard with.
    public boolean isPluggedIn() {
        return this == WIRED || this == BLUETOOTH || this == SOUND_CARD;
    }
}
