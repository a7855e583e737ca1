// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

/// What a ringing call may do: as the phone's switch for sounds says.
public record Noise(boolean sound, boolean vibration) {
    /// Of a mode of Android's `AudioManager`: 0 silent, 1 vibrate, 2 normal.
    public static Noise of(int ringerMode) {
        return switch (ringerMode) {
            case 0 -> new Noise(false, false);
            case 1 -> new Noise(false, true);
            default -> new Noise(true, true);
        };
    }
}
