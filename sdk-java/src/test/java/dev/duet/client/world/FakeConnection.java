// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.world;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.ConnectionStats.Picture;
import dev.duet.client.media.ConnectionStats.Received;
import dev.duet.client.media.ConnectionStats.Sent;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A connection that keeps what it was told, and has the figures that a test gives it.
public final class FakeConnection implements MediaConnection {
    private final World world;
    private final Consumer<ConnectionState> listener;
    private ConnectionState state = ConnectionState.NEW;

    public @Nullable AudioSource audio;
    public @Nullable AudioSink ear;
    public final Map<MediaKind, VideoSource> videos = new EnumMap<>(MediaKind.class);
    public final Map<MediaKind, VideoSink> screens = new EnumMap<>(MediaKind.class);
    public final Map<MediaKind, Encoding> encodings = new EnumMap<>(MediaKind.class);
    public final List<String> answers = new ArrayList<>();
    public int restarts;
    public Duration roundTrip = Duration.ZERO;
    public long sendable;
    /// Reports and answers to checks that came beside the media.
    public long reports;
    public final Map<MediaKind, Sent> sent = new EnumMap<>(MediaKind.class);
    public final Map<MediaKind, Received> received = new EnumMap<>(MediaKind.class);
    /// What the server's answers are refused with.
    public @Nullable MediaException refusal;

    FakeConnection(World world, Consumer<ConnectionState> listener) {
        this.world = world;
        this.listener = listener;
    }

    public boolean isClosed() {
        return state == ConnectionState.CLOSED;
    }

    /// What is sent, which there must be.
    public AudioSource sentAudio() {
        return Objects.requireNonNull(audio);
    }

    public VideoSource sentVideo(MediaKind kind) {
        return Objects.requireNonNull(videos.get(kind));
    }

    public Encoding encoding(MediaKind kind) {
        return Objects.requireNonNull(encodings.get(kind));
    }

    public void become(ConnectionState next) {
        if (state != next && state != ConnectionState.CLOSED) {
            state = next;
            listener.accept(next);
        }
    }

    /// So many packets of a hundred bytes have come in all; the audio level is 0.1.
    public void receive(MediaKind kind, long packets) {
        received.put(
                kind,
                new Received(
                        kind,
                        "",
                        packets,
                        100 * packets,
                        0,
                        Duration.ZERO,
                        Duration.ZERO,
                        new Picture(640, 360, 30, packets),
                        0.1,
                        0,
                        0,
                        0,
                        Duration.ZERO));
    }

    /// So many packets have left in all; the audio level is 1.
    public void send(MediaKind kind, long packets) {
        sent.put(kind, new Sent(kind, "", packets, 100 * packets, 0, new Picture(640, 360, 30, packets), 1));
    }

    /// Shows a frame to whoever looks at the place.
    public void show(MediaKind place, int width, int height) {
        VideoSink sink = screens.get(place);
        if (sink != null) {
            sink.frame(frame(width, height));
        }
    }

    public static VideoFrame frame(int width, int height) {
        return VideoFrame.ofPacked(width, height, new byte[VideoFrame.packedSize(width, height)], 0);
    }

    @Override
    public CompletableFuture<String> offer() {
        return isClosed() ? closed() : CompletableFuture.completedFuture("offer");
    }

    @Override
    public CompletableFuture<String> restart() {
        restarts += 1;
        return isClosed() ? closed() : CompletableFuture.completedFuture("restart");
    }

    @Override
    public CompletableFuture<Void> answer(String sdp) {
        if (isClosed()) {
            return closed();
        }
        if (refusal != null) {
            return CompletableFuture.failedFuture(refusal);
        }
        answers.add(sdp);
        world.run(() -> {
            if (!world.mediaDown) {
                become(ConnectionState.CONNECTED);
            }
        });
        return CompletableFuture.allOf();
    }

    private static <T> CompletableFuture<T> closed() {
        return CompletableFuture.failedFuture(new MediaException(MediaException.Reason.CLOSED, "It is closed."));
    }

    @Override
    public void sendAudio(@Nullable AudioSource source) {
        audio = source;
    }

    @Override
    public void sendVideo(MediaKind place, @Nullable VideoSource source) {
        if (source == null) {
            videos.remove(place);
        } else {
            videos.put(place, source);
        }
    }

    @Override
    public void shape(MediaKind kind, Encoding encoding) {
        encodings.put(kind, encoding);
    }

    @Override
    public void hear(@Nullable AudioSink sink) {
        ear = sink;
    }

    @Override
    public void see(MediaKind place, @Nullable VideoSink sink) {
        if (sink == null) {
            screens.remove(place);
        } else {
            screens.put(place, sink);
        }
    }

    @Override
    public CompletableFuture<ConnectionStats> stats() {
        long nanos = Duration.between(java.time.Instant.EPOCH, world.now()).toNanos();
        return CompletableFuture.completedFuture(new ConnectionStats(
                nanos,
                roundTrip,
                sendable,
                List.copyOf(sent.values()),
                List.copyOf(received.values()),
                new ConnectionStats.Path(
                        received.values().stream().mapToLong(Received::bytes).sum(), reports)));
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public void close() {
        become(ConnectionState.CLOSED);
    }
}
