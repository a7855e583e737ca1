// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import dev.duet.client.own.LocalMedia;

/// How loud the own voice is sent: what the app wants of the voice, and of the microphone.
final class CaptureVolume {
    private final LocalMedia media;
    private volatile int voice = 100;
    private int device = 100;

    CaptureVolume(LocalMedia media) {
        this.media = media;
    }

    /// On any thread; applied by [#apply].
    void setVoice(int percent) {
        voice = percent;
    }

    int voice() {
        return voice;
    }

    void setDevice(int percent) {
        device = percent;
        apply();
    }

    void apply() {
        media.setGain(voice / 100.0 * device / 100.0);
    }
}
