// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.IceServer;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.stay.OwnMedia.Outgoing;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One media connection, spoken to and answering on the session's thread. Nothing is said to it twice.
public final class Link {
    private final RoomWire wire;
    private final MediaConnection connection;
    private final Executor slow;
    private Outgoing sent = Outgoing.NOTHING;

    private Link(RoomWire wire, MediaConnection connection, Executor slow) {
        this.wire = wire;
        this.connection = connection;
        this.slow = slow;
    }

    /// A connection, or a refusal with -3301.
    ///
    /// @param changed told of each new state, on the session's thread
    public static CompletableFuture<Result<Link>> open(
            RoomWire wire, MediaTools tools, Consumer<ConnectionState> changed) {
        CompletableFuture<Result<Link>> opened = new CompletableFuture<>();
        List<IceServer> servers = wire.iceServers().stream().map(Link::serverOf).toList();
        tools.slow().execute(() -> {
            Result<MediaConnection> made = connect(wire, tools, servers, changed);
            wire.run(() -> {
                MediaConnection connection = made.data();
                opened.complete(
                        connection == null ? made.bare() : Result.done(new Link(wire, connection, tools.slow())));
            });
        });
        return opened;
    }

    private static Result<MediaConnection> connect(
            RoomWire wire, MediaTools tools, List<IceServer> servers, Consumer<ConnectionState> changed) {
        try {
            return Result.done(tools.engine().get().connect(servers, state -> wire.run(() -> changed.accept(state))));
        } catch (RuntimeException broken) {
            return Landing.failed("Setting up the media connection", broken);
        }
    }

    private static IceServer serverOf(dev.duet.frame.IceServer server) {
        return new IceServer(
                server.urls(),
                Objects.requireNonNullElse(server.username(), ""),
                Objects.requireNonNullElse(server.credential(), ""));
    }

    public boolean isConnected() {
        return connection.state() == ConnectionState.CONNECTED;
    }

    public void send(Outgoing now) {
        if (!Objects.equals(now.audio(), sent.audio())) {
            connection.sendAudio(now.audio());
        }
        if (!Objects.equals(now.camera(), sent.camera())) {
            connection.sendVideo(MediaKind.CAMERA, now.camera());
        }
        if (!Objects.equals(now.screen(), sent.screen())) {
            connection.sendVideo(MediaKind.SCREEN, now.screen());
        }
        sent = now;
    }

    public void shape(MediaKind kind, Encoding encoding) {
        connection.shape(kind, encoding);
    }

    void hear(@Nullable AudioSink sink) {
        connection.hear(sink);
    }

    void see(MediaKind place, @Nullable VideoSink sink) {
        connection.see(place, sink);
    }

    public CompletableFuture<Result<String>> offer() {
        return Landing.of(wire, connection.offer(), "Setting up the media connection");
    }

    CompletableFuture<Result<String>> restart() {
        return Landing.of(wire, connection.restart(), "Restarting the media connection");
    }

    public CompletableFuture<Result<Void>> answer(String sdp) {
        return Landing.of(wire, connection.answer(sdp), "Using the server's answer");
    }

    public CompletableFuture<Result<ConnectionStats>> stats() {
        return Landing.of(wire, connection.stats(), "Measuring the media connection");
    }

    public void close() {
        slow.execute(connection::close);
    }
}
