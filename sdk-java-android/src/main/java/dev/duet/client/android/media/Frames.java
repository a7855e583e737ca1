// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoFrame.Plane;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.webrtc.JavaI420Buffer;
import org.webrtc.VideoFrame.I420Buffer;

/// Pictures and sound between our memory and the library's. Both ways copy, so that nothing of ours can outlive
/// its.
final class Frames {
    private Frames() {}

    /// A frame of the library's, which the caller releases.
    static org.webrtc.VideoFrame toNative(VideoFrame frame) {
        JavaI420Buffer buffer = JavaI420Buffer.allocate(frame.width(), frame.height());
        int columns = VideoFrame.chroma(frame.width());
        int rows = VideoFrame.chroma(frame.height());
        copy(frame.y(), new Plane(buffer.getDataY(), buffer.getStrideY()), frame.width(), frame.height());
        copy(frame.u(), new Plane(buffer.getDataU(), buffer.getStrideU()), columns, rows);
        copy(frame.v(), new Plane(buffer.getDataV(), buffer.getStrideV()), columns, rows);
        return new org.webrtc.VideoFrame(buffer, frame.rotation(), frame.timestampNanos());
    }

    /// Reads a frame, which stays the caller's; null when the graphics card is gone meanwhile.
    static @Nullable VideoFrame ofNative(org.webrtc.VideoFrame frame) {
        I420Buffer buffer = frame.getBuffer().toI420();
        if (buffer == null) {
            return null;
        }
        try {
            int columns = VideoFrame.chroma(buffer.getWidth());
            int rows = VideoFrame.chroma(buffer.getHeight());
            return new VideoFrame(
                    buffer.getWidth(),
                    buffer.getHeight(),
                    packed(buffer.getDataY(), buffer.getStrideY(), buffer.getWidth(), buffer.getHeight()),
                    packed(buffer.getDataU(), buffer.getStrideU(), columns, rows),
                    packed(buffer.getDataV(), buffer.getStrideV(), columns, rows),
                    frame.getRotation(),
                    frame.getTimestampNs());
        } finally {
            buffer.release();
        }
    }

    static PcmChunk sound(ByteBuffer data, int rate, int channels, int frames) {
        ByteBuffer in = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[frames * channels];
        in.asShortBuffer().get(samples);
        return PcmChunk.of(samples, rate, channels);
    }

    private static Plane packed(ByteBuffer from, int stride, int columns, int rows) {
        Plane plane = new Plane(ByteBuffer.allocate(columns * rows), columns);
        copy(new Plane(from, stride), plane, columns, rows);
        return plane;
    }

    private static void copy(Plane from, Plane to, int columns, int rows) {
        ByteBuffer in = from.data().duplicate();
        ByteBuffer out = to.data().duplicate();
        for (int row = 0; row < rows; row++) {
            in.limit(row * from.stride() + columns).position(row * from.stride());
            out.limit(out.capacity()).position(row * to.stride());
            out.put(in);
        }
    }
}
