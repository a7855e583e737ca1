// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.picture;

import dev.duet.client.media.flow.VideoFrame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Frames as images and back. Frames that are to be turned are turned.
public final class Pixels {
    private Pixels() {}

    public static BufferedImage toImage(VideoFrame frame) {
        boolean lying = frame.rotation() % 180 != 0;
        BufferedImage image = new BufferedImage(
                lying ? frame.height() : frame.width(),
                lying ? frame.width() : frame.height(),
                BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < frame.height(); row++) {
            for (int column = 0; column < frame.width(); column++) {
                place(image, frame, column, row);
            }
        }
        return image;
    }

    private static void place(BufferedImage image, VideoFrame frame, int column, int row) {
        int rgb = at(frame, column, row).rgb();
        int right = frame.width() - 1 - column;
        int below = frame.height() - 1 - row;
        switch (frame.rotation()) {
            case 90 -> image.setRGB(below, column, rgb);
            case 180 -> image.setRGB(right, below, rgb);
            case 270 -> image.setRGB(row, right, rgb);
            default -> image.setRGB(column, row, rgb);
        }
    }

    /// The colour of one pixel, before turning.
    public static Colour at(VideoFrame frame, int column, int row) {
        return Colour.ofYuv(
                frame.y().at(column, row),
                frame.u().at(column / 2, row / 2),
                frame.v().at(column / 2, row / 2));
    }

    /// A frame of an image.
    ///
    /// @param timestampNanos when it was captured, on the scale of [System#nanoTime]
    public static VideoFrame toFrame(BufferedImage image, long timestampNanos) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] row = new int[width];
        byte[] i420 = new byte[VideoFrame.packedSize(width, height)];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            write(row, y, width, height, i420);
        }
        return VideoFrame.ofPacked(width, height, i420, timestampNanos);
    }

    /// Chroma is taken of every other pixel of every other row.
    private static void write(int[] row, int y, int width, int height, byte[] i420) {
        int columns = VideoFrame.chroma(width);
        int u = width * height + y / 2 * columns;
        int v = u + columns * VideoFrame.chroma(height);
        for (int x = 0; x < width; x++) {
            Colour colour = Colour.ofRgb(row[x]);
            i420[y * width + x] = (byte) colour.y();
            if (x % 2 == 0 && y % 2 == 0) {
                i420[u + x / 2] = (byte) colour.u();
                i420[v + x / 2] = (byte) colour.v();
            }
        }
    }

    /// The mean colour of a part of the picture, before turning.
    public static Colour mean(VideoFrame frame, int left, int top, int width, int height) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int row = top; row < top + height; row++) {
            for (int column = left; column < left + width; column++) {
                Colour colour = at(frame, column, row);
                red += colour.red();
                green += colour.green();
                blue += colour.blue();
            }
        }
        long count = (long) width * height;
        return new Colour((int) (red / count), (int) (green / count), (int) (blue / count));
    }

    /// Writes a frame as a PNG file, over one that is there.
    public static void writePng(VideoFrame frame, Path file) throws IOException {
        ImageIO.write(toImage(frame), "png", file.toFile());
    }
}
