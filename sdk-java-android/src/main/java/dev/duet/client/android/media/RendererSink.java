// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import org.webrtc.SurfaceViewRenderer;

/// Pictures on a `SurfaceViewRenderer`, which the app has initialised with [AndroidMediaEngine#graphics]. What
/// the other side sends, and what a camera of the engine's sees, gets there without a copy.
public final class RendererSink implements VideoSink {
    private final org.webrtc.VideoSink view;

    public RendererSink(SurfaceViewRenderer view) {
        this((org.webrtc.VideoSink) view);
    }

    RendererSink(org.webrtc.VideoSink view) {
        this.view = view;
    }

    org.webrtc.VideoSink view() {
        return view;
    }

    @Override
    public void frame(VideoFrame frame) {
        org.webrtc.VideoFrame shown = Frames.toNative(frame);
        try {
            view.onFrame(shown);
        } finally {
            shown.release();
        }
    }
}
