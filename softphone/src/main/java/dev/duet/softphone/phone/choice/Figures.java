// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone.choice;

import dev.duet.client.call.state.CallQuality;
import dev.duet.softphone.talk.QualityWords;
import java.time.Duration;
import java.util.Locale;

/// What is shown while two talk.
///
/// @param width of the picture that comes, 0 for none
/// @param framesPerSecond that come
/// @param loudness of the sound that comes, 0 to 32,768
public record Figures(Duration talked, int width, int height, int framesPerSecond, double loudness) {
    private static final double FULL = 32_768;

    /// As `0:12 · 640x480, 25 frames/s · sound -21 dB · up excellent, …`.
    public String line(CallQuality quality) {
        return String.format(
                Locale.ROOT,
                "%d:%02d · %s · %s · %s",
                talked.toMinutes(),
                talked.toSecondsPart(),
                picture(),
                sound(),
                QualityWords.of(quality));
    }

    private String picture() {
        return framesPerSecond == 0 ? "no picture" : width + "x" + height + ", " + framesPerSecond + " frames/s";
    }

    private String sound() {
        return loudness < 1 ? "silence" : "sound " + Math.round(20 * Math.log10(loudness / FULL)) + " dB";
    }
}
