// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media;

/// How something is encoded. Zero leaves a value to the engine.
///
/// @param maxBitsPerSecond the most bits a second, without headers of packets
/// @param maxFramesPerSecond of a video only
/// @param scaleDownBy of a video only: 2 halves width and height; 1 or more, or 0
public record Encoding(int maxBitsPerSecond, double maxFramesPerSecond, double scaleDownBy) {
    /// Everything is the engine's choice.
    public static final Encoding FREE = new Encoding(0, 0, 0);
    /// Enough for 960x540 at 30 frames; congestion control goes below by itself.
    public static final Encoding CAMERA = FREE.withMaxBitsPerSecond(1_200_000);

    public static final Encoding SCREEN = FREE.withMaxBitsPerSecond(1_500_000);

    public Encoding {
        if (maxBitsPerSecond < 0) {
            throw new IllegalArgumentException("maxBitsPerSecond is " + maxBitsPerSecond + ", must be 0 or more");
        }
        if (!(maxFramesPerSecond >= 0 && maxFramesPerSecond <= 120)) {
            throw new IllegalArgumentException("maxFramesPerSecond is " + maxFramesPerSecond + ", must be 0 to 120");
        }
        if (!(scaleDownBy == 0 || (scaleDownBy >= 1 && scaleDownBy <= 64))) {
            throw new IllegalArgumentException("scaleDownBy is " + scaleDownBy + ", must be 0, or 1 to 64");
        }
    }

    public Encoding withMaxBitsPerSecond(int bits) {
        return new Encoding(bits, maxFramesPerSecond, scaleDownBy);
    }

    public Encoding withMaxFramesPerSecond(double frames) {
        return new Encoding(maxBitsPerSecond, frames, scaleDownBy);
    }

    public Encoding withScaleDownBy(double factor) {
        return new Encoding(maxBitsPerSecond, maxFramesPerSecond, factor);
    }
}
