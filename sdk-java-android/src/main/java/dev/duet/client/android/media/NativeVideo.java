// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.webrtc.VideoFrame;

/// A camera or a screen: its frames stay where they are, on the graphics card, unless a sink of the app's wants a
/// copy.
final class NativeVideo implements VideoSource {
    private final List<org.webrtc.VideoSink> natives = new CopyOnWriteArrayList<>();
    private final PushedVideo copies = new PushedVideo();
    private final AtomicInteger copied = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Runnable stop;

    /// @param stop frees the device
    NativeVideo(Runnable stop) {
        this.stop = stop;
    }

    void frame(VideoFrame frame) {
        natives.forEach(each -> each.onFrame(frame));
        if (copied.get() > 0) {
            dev.duet.client.media.flow.VideoFrame copy = Frames.ofNative(frame);
            if (copy != null) {
                copies.push(copy);
            }
        }
    }

    void fail(RuntimeException why) {
        copies.fail(why);
    }

    void addNative(org.webrtc.VideoSink sink) {
        natives.add(sink);
    }

    void removeNative(org.webrtc.VideoSink sink) {
        natives.remove(sink);
    }

    @Override
    public void addSink(VideoSink sink) {
        if (sink instanceof RendererSink renderer) {
            natives.add(renderer.view());
        } else {
            copied.incrementAndGet();
            copies.addSink(sink);
        }
    }

    @Override
    public void removeSink(VideoSink sink) {
        if (sink instanceof RendererSink renderer) {
            natives.remove(renderer.view());
        } else {
            copied.updateAndGet(count -> Math.max(0, count - 1));
            copies.removeSink(sink);
        }
    }

    @Override
    public CompletableFuture<Void> ended() {
        return copies.ended();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            natives.clear();
            copies.close();
            stop.run();
        }
    }
}
