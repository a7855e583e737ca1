// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import dev.duet.client.media.engine.Courier;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import org.jspecify.annotations.Nullable;

/// Where the pictures of one place go: straight to a view, or as copies to a sink of the app's.
final class Eye {
    private static final int FRAMES = 4;

    private final Courier<VideoFrame> copies = new Courier<>(FRAMES, AppThreads::run);
    private volatile org.webrtc.@Nullable VideoSink view;

    void show(@Nullable VideoSink sink) {
        view = sink instanceof RendererSink renderer ? renderer.view() : null;
        copies.bringTo(sink == null || sink instanceof RendererSink ? null : sink::frame);
    }

    void frame(org.webrtc.VideoFrame frame) {
        org.webrtc.VideoSink to = view;
        if (to != null) {
            to.onFrame(frame);
        } else if (copies.wanted()) {
            VideoFrame copy = Frames.ofNative(frame);
            if (copy != null) {
                copies.bring(copy);
            }
        }
    }
}
