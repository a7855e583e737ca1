// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.flow;

import java.nio.ByteBuffer;

/// One picture in I420: a plane of luma and two of chroma with half the width and height, rounded up.
///
/// A value: nobody writes into its planes once it was handed to a source or a sink, so it may be kept and passed on to
/// any thread. Planes are read by absolute index; position and limit of the buffers mean nothing.
///
/// @param width in pixels, 1 to [#MAX_SIDE]
/// @param height in pixels, 1 to [#MAX_SIDE]
/// @param rotation degrees clockwise by which the picture must be turned to stand upright: 0, 90, 180 or 270
/// @param timestampNanos when it was captured, on the scale of [System#nanoTime]
public record VideoFrame(int width, int height, Plane y, Plane u, Plane v, int rotation, long timestampNanos) {
    public static final int MAX_SIDE = 8192;

    /// Rows of bytes, each `stride` bytes behind the one before.
    public record Plane(ByteBuffer data, int stride) {
        /// The value at a place, 0 to 255.
        public int at(int column, int row) {
            return data.get(row * stride + column) & 0xFF;
        }

        private void require(String name, int columns, int rows) {
            if (stride < columns || data.capacity() < (long) stride * (rows - 1) + columns) {
                throw new IllegalArgumentException("plane " + name + " has " + data.capacity()
                        + " bytes at a stride of " + stride + ", too few for " + columns + "x" + rows);
            }
        }
    }

    public VideoFrame {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "x" + height + ", each side must be 1 to " + MAX_SIDE);
        }
        if (rotation % 90 != 0 || rotation < 0 || rotation > 270) {
            throw new IllegalArgumentException("rotation is " + rotation + ", must be 0, 90, 180 or 270");
        }
        y.require("y", width, height);
        u.require("u", chroma(width), chroma(height));
        v.require("v", chroma(width), chroma(height));
    }

    /// A frame whose planes follow each other without gaps, as in a y4m file.
    ///
    /// @throws IllegalArgumentException when there are not [#packedSize] bytes
    public static VideoFrame ofPacked(int width, int height, byte[] i420, long timestampNanos) {
        int luma = width * height;
        int chroma = chroma(width) * chroma(height);
        if (i420.length != luma + 2 * chroma) {
            throw new IllegalArgumentException(
                    i420.length + " bytes, " + width + "x" + height + " in I420 has " + packedSize(width, height));
        }
        ByteBuffer all = ByteBuffer.wrap(i420);
        return new VideoFrame(
                width,
                height,
                new Plane(all.slice(0, luma), width),
                new Plane(all.slice(luma, chroma), chroma(width)),
                new Plane(all.slice(luma + chroma, chroma), chroma(width)),
                0,
                timestampNanos);
    }

    /// The bytes of a frame without gaps.
    public static int packedSize(int width, int height) {
        return width * height + 2 * chroma(width) * chroma(height);
    }

    /// The columns or rows of a chroma plane for so many of luma.
    public static int chroma(int side) {
        return (side + 1) / 2;
    }

    public VideoFrame withTimestampNanos(long nanos) {
        return new VideoFrame(width, height, y, u, v, rotation, nanos);
    }
}
