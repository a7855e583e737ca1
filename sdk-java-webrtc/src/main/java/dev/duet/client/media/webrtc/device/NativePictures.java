// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.device;

import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoFrame.Plane;
import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import java.nio.ByteBuffer;

/// Pictures between our memory and libwebrtc's. Both ways copy, so that no frame of ours can outlive native memory.
public final class NativePictures {
    private NativePictures() {}

    /// A native frame, which the caller releases.
    public static dev.onvoid.webrtc.media.video.VideoFrame toNative(VideoFrame frame, long timestampNanos) {
        NativeI420Buffer buffer = NativeI420Buffer.allocate(frame.width(), frame.height());
        int columns = VideoFrame.chroma(frame.width());
        int rows = VideoFrame.chroma(frame.height());
        copy(frame.y(), new Plane(buffer.getDataY(), buffer.getStrideY()), frame.width(), frame.height());
        copy(frame.u(), new Plane(buffer.getDataU(), buffer.getStrideU()), columns, rows);
        copy(frame.v(), new Plane(buffer.getDataV(), buffer.getStrideV()), columns, rows);
        return new dev.onvoid.webrtc.media.video.VideoFrame(buffer, frame.rotation(), timestampNanos);
    }

    /// Reads a native frame, which stays the caller's.
    public static VideoFrame ofNative(dev.onvoid.webrtc.media.video.VideoFrame frame, long timestampNanos) {
        I420Buffer buffer = frame.buffer.toI420();
        try {
            return read(buffer, frame.rotation, timestampNanos);
        } finally {
            if (!(frame.buffer instanceof I420Buffer)) {
                buffer.release();
            }
        }
    }

    private static VideoFrame read(I420Buffer buffer, int rotation, long timestampNanos) {
        int width = buffer.getWidth();
        int height = buffer.getHeight();
        int columns = VideoFrame.chroma(width);
        int rows = VideoFrame.chroma(height);
        return new VideoFrame(
                width,
                height,
                packed(buffer.getDataY(), buffer.getStrideY(), width, height),
                packed(buffer.getDataU(), buffer.getStrideU(), columns, rows),
                packed(buffer.getDataV(), buffer.getStrideV(), columns, rows),
                rotation,
                timestampNanos);
    }

    private static Plane packed(ByteBuffer from, int stride, int columns, int rows) {
        Plane plane = new Plane(ByteBuffer.allocate(columns * rows), columns);
        copy(new Plane(from, stride), plane, columns, rows);
        return plane;
    }

    private static void copy(Plane from, Plane to, int columns, int rows) {
        for (int row = 0; row < rows; row++) {
            to.data().put(row * to.stride(), from.data(), row * from.stride(), columns);
        }
    }
}
