// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.flow;

import java.util.concurrent.CompletableFuture;

/// A source of pictures that the app pushes, and what other sources are made of.
public final class PushedVideo implements VideoSource {
    private final Fanout<VideoSink, VideoFrame> sinks = new Fanout<>(VideoSink::frame);

    /// Hands a frame to all sinks, on this thread. Ignored once closed. The frame's timestamp is when it was captured.
    public void push(VideoFrame frame) {
        sinks.push(frame);
    }

    /// Ends the source because what feeds it broke.
    public void fail(RuntimeException why) {
        sinks.end(why);
    }

    @Override
    public void addSink(VideoSink sink) {
        sinks.add(sink);
    }

    @Override
    public void removeSink(VideoSink sink) {
        sinks.remove(sink);
    }

    @Override
    public CompletableFuture<Void> ended() {
        return sinks.ended();
    }

    @Override
    public void close() {
        sinks.end(null);
    }
}
