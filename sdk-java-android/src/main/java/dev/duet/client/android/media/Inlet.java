// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import org.jspecify.annotations.Nullable;
import org.webrtc.VideoFrame;
import org.webrtc.VideoSink;

/// The way of pictures into native memory, which may go at any moment: behind `close` none gets through.
final class Inlet {
    private @Nullable VideoSink into;

    Inlet(VideoSink into) {
        this.into = into;
    }

    synchronized void frame(VideoFrame frame) {
        if (into != null) {
            into.onFrame(frame);
        }
    }

    /// Returns when no frame is under way any more.
    synchronized void close() {
        into = null;
    }
}
