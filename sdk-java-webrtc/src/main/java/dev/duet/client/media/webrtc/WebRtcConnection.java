// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.IceServer;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.engine.Outlet;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import java.lang.ref.Cleaner;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The app's handle on a connection. A handle that nobody holds any more closes its connection.
final class WebRtcConnection implements MediaConnection {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Owner owner;
    private final Cleaner.Cleanable forgotten;

    private WebRtcConnection(Owner owner) {
        this.owner = owner;
        this.forgotten = CLEANER.register(this, owner::beginClose);
    }

    static WebRtcConnection open(List<IceServer> iceServers, Consumer<ConnectionState> listener) {
        return new WebRtcConnection(Owner.start(iceServers, listener));
    }

    @Override
    public CompletableFuture<String> offer() {
        return owner.offer();
    }

    @Override
    public CompletableFuture<String> restart() {
        return owner.restart();
    }

    @Override
    public CompletableFuture<Void> answer(String sdp) {
        return owner.answer(Objects.requireNonNull(sdp));
    }

    @Override
    public void sendAudio(@Nullable AudioSource source) {
        Outlet<PcmChunk> outlet = owner.voice();
        AudioSink sink = outlet::offer;
        outlet.take(
                source == null ? null : () -> source.addSink(sink),
                source == null ? null : () -> source.removeSink(sink));
    }

    @Override
    public void sendVideo(MediaKind place, @Nullable VideoSource source) {
        Outlet<VideoFrame> outlet = owner.picture(place);
        VideoSink sink = outlet::offer;
        outlet.take(
                source == null ? null : () -> source.addSink(sink),
                source == null ? null : () -> source.removeSink(sink));
    }

    @Override
    public void shape(MediaKind kind, Encoding encoding) {
        owner.shape(Objects.requireNonNull(kind), Objects.requireNonNull(encoding));
    }

    @Override
    public void hear(@Nullable AudioSink sink) {
        owner.ear().bringTo(sink == null ? null : sink::chunk);
    }

    @Override
    public void see(MediaKind place, @Nullable VideoSink sink) {
        owner.eye(place).bringTo(sink == null ? null : sink::frame);
    }

    @Override
    public CompletableFuture<ConnectionStats> stats() {
        return owner.stats();
    }

    @Override
    public ConnectionState state() {
        return owner.state();
    }

    @Override
    public void close() {
        forgotten.clean();
        owner.awaitClosed();
    }
}
