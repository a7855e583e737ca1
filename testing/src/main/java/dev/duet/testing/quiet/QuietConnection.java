// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing.quiet;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A connection that is up once it is answered. Its figures are of sound that comes as it should.
final class QuietConnection implements MediaConnection {
    private static final int PACKETS_PER_SECOND = 50;
    private static final int PACKET_BYTES = 80;

    private final long begunNanos = System.nanoTime();
    private final AtomicReference<ConnectionState> state = new AtomicReference<>(ConnectionState.NEW);
    private final Consumer<ConnectionState> listener;

    QuietConnection(Consumer<ConnectionState> listener) {
        this.listener = listener;
    }

    @Override
    public CompletableFuture<String> offer() {
        return isClosed() ? closed() : CompletableFuture.completedFuture(QuietOffer.make());
    }

    @Override
    public CompletableFuture<String> restart() {
        return offer();
    }

    @Override
    public CompletableFuture<Void> answer(String sdp) {
        if (isClosed()) {
            return closed();
        }
        move(ConnectionState.CONNECTING);
        move(ConnectionState.CONNECTED);
        return CompletableFuture.allOf();
    }

    private boolean isClosed() {
        return state() == ConnectionState.CLOSED;
    }

    private static <T> CompletableFuture<T> closed() {
        return CompletableFuture.failedFuture(new MediaException(Reason.CLOSED, "The connection is closed."));
    }

    private void move(ConnectionState next) {
        ConnectionState before =
                state.getAndUpdate(now -> now == ConnectionState.CLOSED ? ConnectionState.CLOSED : next);
        if (before != next && before != ConnectionState.CLOSED) {
            Thread.ofVirtual().start(() -> listener.accept(next));
        }
    }

    @Override
    public void sendAudio(@Nullable AudioSource source) {}

    @Override
    public void sendVideo(MediaKind place, @Nullable VideoSource source) {}

    @Override
    public void shape(MediaKind kind, Encoding encoding) {}

    @Override
    public void hear(@Nullable AudioSink sink) {}

    @Override
    public void see(MediaKind place, @Nullable VideoSink sink) {}

    @Override
    public CompletableFuture<ConnectionStats> stats() {
        long now = System.nanoTime();
        long packets =
                (now - begunNanos) * PACKETS_PER_SECOND / Duration.ofSeconds(1).toNanos();
        ConnectionStats.Received sound = new ConnectionStats.Received(
                MediaKind.AUDIO,
                "opus",
                packets,
                packets * PACKET_BYTES,
                0,
                Duration.ZERO,
                Duration.ZERO,
                ConnectionStats.Picture.NONE,
                0,
                0,
                0,
                0,
                Duration.ZERO);
        return CompletableFuture.completedFuture(
                new ConnectionStats(now, Duration.ofMillis(1), 0, List.of(), List.of(sound)));
    }

    @Override
    public ConnectionState state() {
        return state.get();
    }

    @Override
    public void close() {
        move(ConnectionState.CLOSED);
    }
}
