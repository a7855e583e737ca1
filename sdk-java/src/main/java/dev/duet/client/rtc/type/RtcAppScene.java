// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

/// What a room is for.
public enum RtcAppScene {
    VIDEO_CALL(0),
    LIVE(1),
    AUDIO_CALL(2),
    VOICE_CHAT_ROOM(3);

    private final int value;

    RtcAppScene(int value) {
        this.value = value;
    }

    /// The guide's number.
    public int value() {
        return value;
    }
}
