// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.flow;

import java.util.concurrent.CompletableFuture;

/// A source of sound that the app pushes, and what other sources are made of.
public final class PushedAudio implements AudioSource {
    private final Fanout<AudioSink, PcmChunk> sinks = new Fanout<>(AudioSink::chunk);

    /// Hands 10 ms to all sinks, on this thread. Ignored once closed. Push every 10 ms: what comes in bursts is played
    /// late.
    public void push(PcmChunk chunk) {
        sinks.push(chunk);
    }

    /// Ends the source because what feeds it broke.
    public void fail(RuntimeException why) {
        sinks.end(why);
    }

    @Override
    public void addSink(AudioSink sink) {
        sinks.add(sink);
    }

    @Override
    public void removeSink(AudioSink sink) {
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
