// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.stay.OwnMedia.Outgoing;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// One media connection, spoken to and answering on the session's thread. Nothing is said to it twice.
public final class Link {
    private final RoomWire wire;
    private final MediaConnection connection;
    private final Executor slow;
    private Outgoing sent = Outgoing.NOTHING;

    Link(RoomWire wire, MediaConnection connection, Executor slow) {
        this.wire = wire;
        this.connection = connection;
        this.slow = slow;
    }

    public boolean isConnected() {
        return connection.state() == ConnectionState.CONNECTED;
    }

    void send(Outgoing now) {
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

    CompletableFuture<Result<String>> offer() {
        return Landing.of(wire, connection.offer(), "Setting up the media connection");
    }

    CompletableFuture<Result<String>> restart() {
        return Landing.of(wire, connection.restart(), "Restarting the media connection");
    }

    CompletableFuture<Result<Void>> answer(String sdp) {
        return Landing.of(wire, connection.answer(sdp), "Using the server's answer");
    }

    public CompletableFuture<Result<ConnectionStats>> stats() {
        return Landing.of(wire, connection.stats(), "Measuring the media connection");
    }

    void close() {
        slow.execute(connection::close);
    }
}
