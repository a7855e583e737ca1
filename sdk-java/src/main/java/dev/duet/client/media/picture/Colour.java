// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.picture;

/// A colour in RGB, and as video has it: BT.601 in limited range, as WebRTC sends it.
///
/// @param red 0 to 255
/// @param green 0 to 255
/// @param blue 0 to 255
public record Colour(int red, int green, int blue) {
    public Colour {
        red = Math.clamp(red, 0, 255);
        green = Math.clamp(green, 0, 255);
        blue = Math.clamp(blue, 0, 255);
    }

    /// Of `0xRRGGBB`.
    public static Colour ofRgb(int rgb) {
        return new Colour(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /// Of luma 16 to 235 and chroma 16 to 240.
    public static Colour ofYuv(int y, int u, int v) {
        int luma = 298 * (y - 16) + 128;
        int cb = u - 128;
        int cr = v - 128;
        return new Colour((luma + 409 * cr) >> 8, (luma - 100 * cb - 208 * cr) >> 8, (luma + 516 * cb) >> 8);
    }

    public int rgb() {
        return red << 16 | green << 8 | blue;
    }

    public int y() {
        return ((66 * red + 129 * green + 25 * blue + 128) >> 8) + 16;
    }

    public int u() {
        return ((-38 * red - 74 * green + 112 * blue + 128) >> 8) + 128;
    }

    public int v() {
        return ((112 * red - 94 * green - 18 * blue + 128) >> 8) + 128;
    }

    /// How far two colours are apart: 0 for the same, 441 for black and white.
    public double distance(Colour other) {
        return Math.sqrt(
                Math.pow(red - other.red, 2) + Math.pow(green - other.green, 2) + Math.pow(blue - other.blue, 2));
    }
}
