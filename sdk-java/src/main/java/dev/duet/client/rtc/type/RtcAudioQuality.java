// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

/// How the own voice is encoded.
public enum RtcAudioQuality {
    SPEECH(1),
    DEFAULT_MODE(2),
    MUSIC(3);

    private final int value;

    RtcAudioQuality(int value) {
        this.value = value;
    }

    /// The guide's number.
    public int value() {
        return value;
    }

    /// What it is encoded with.
    public int kbps() {
        return switch (this) {
            case SPEECH -> 16;
            case DEFAULT_MODE -> 50;
            case MUSIC -> 128;
        };
    }
}
