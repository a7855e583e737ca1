// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.sound;

/// How much of each height there is in a sound: 256 bands, as the guide has them.
public final class Spectrum {
    private static final int BANDS = 256;
    private static final int WINDOW = 2 * BANDS;
    private static final double FAINTEST_DECIBELS = -300;

    private Spectrum() {}

    /// In dBFS, -300 to 0, from the lowest to half the rate of the samples.
    ///
    /// @param samples at least 512
    public static float[] of(float[] samples) {
        float[] bands = new float[BANDS];
        int from = samples.length - WINDOW;
        for (int band = 0; band < BANDS; band++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < WINDOW; i++) {
                double value = samples[from + i] * hann(i);
                double angle = 2 * Math.PI * band * i / WINDOW;
                real += value * Math.cos(angle);
                imaginary -= value * Math.sin(angle);
            }
            // A Hann window lets half the amplitude through, and half of that is in the mirrored band.
            double amplitude = 4 * Math.hypot(real, imaginary) / WINDOW;
            double decibels = 20 * Math.log10(Math.max(amplitude, Double.MIN_VALUE));
            bands[band] = (float) Math.max(FAINTEST_DECIBELS, Math.min(0.0, decibels));
        }
        return bands;
    }

    private static double hann(int i) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
    }
}
