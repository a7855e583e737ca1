// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.sound;

/// Levels as people hear them.
public final class Loudness {
    /// The quietest that counts as sound: digital silence is far below, a breath about here.
    private static final double FLOOR_DECIBELS = -60;

    private Loudness() {}

    /// 0 to 100 from a level of 0 to 1, on the scale of decibels.
    public static int of(double level) {
        double decibels = 20 * Math.log10(Math.max(level, Double.MIN_VALUE));
        return (int) Math.round(100 * Math.max(0.0, Math.min(1.0, 1 - decibels / FLOOR_DECIBELS)));
    }

    /// The level of samples of -1 to 1.
    public static double rootMeanSquare(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return samples.length == 0 ? 0 : Math.sqrt(sum / samples.length);
    }
}
