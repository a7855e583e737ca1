// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.sound;

/// How high a voice is, by autocorrelation.
public final class Pitch {
    /// What people's voices and instruments reach.
    private static final int LOWEST_HERTZ = 60;

    private static final int HIGHEST_HERTZ = 4_000;
    /// A tone repeats itself at least this well.
    private static final double CLARITY = 0.8;

    private Pitch() {}

    /// In Hz; 0 when there is none.
    public static int of(float[] samples, int rate) {
        int longest = Math.min(rate / LOWEST_HERTZ, samples.length / 2);
        double before = 1;
        boolean rising = false;
        for (int lag = Math.max(1, rate / HIGHEST_HERTZ); lag <= longest; lag++) {
            double value = correlation(samples, lag);
            // The first hill that is high enough.
            if (rising && value < before && before > CLARITY) {
                return Math.round((float) rate / (lag - 1));
            }
            rising = value > before;
            before = value;
        }
        return 0;
    }

    private static double correlation(float[] samples, int lag) {
        double product = 0;
        double energy = 0;
        for (int i = 0; i + lag < samples.length; i++) {
            double a = samples[i];
            double b = samples[i + lag];
            product += a * b;
            energy += (a * a + b * b) / 2;
        }
        return energy == 0 ? 0 : product / energy;
    }
}
