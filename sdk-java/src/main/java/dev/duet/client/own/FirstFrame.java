// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.own;

import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.stay.Landing;
import java.util.concurrent.CompletableFuture;

/// Waits for the next frame of a source.
public final class FirstFrame implements VideoSink {
    private final CompletableFuture<VideoFrame> came = new CompletableFuture<>();

    /// Completed on the source's thread; cancelled, it does not wait any more.
    public static CompletableFuture<VideoFrame> of(VideoSource source) {
        FirstFrame first = new FirstFrame();
        source.addSink(first);
        Landing.letBe(first.came.handle((frame, gone) -> {
            source.removeSink(first);
            return true;
        }));
        return first.came;
    }

    @Override
    public void frame(VideoFrame frame) {
        came.complete(frame);
    }
}
