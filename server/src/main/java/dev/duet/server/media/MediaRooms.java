// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.id.UserId;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/// The table of rooms that carry media, and the door to them for every other thread.
public final class MediaRooms implements AutoCloseable {
    private final InetSocketAddress address;

    private MediaRooms(InetSocketAddress address) {
        this.address = address;
    }

    /// Opens the socket, starts the loop and, in the background, warms up the handshake code.
    ///
    /// @throws java.io.IOException when the socket cannot be bound
    public static MediaRooms start(MediaSettings settings, MediaListener listener) throws java.io.IOException {
        if (settings.bind().isUnresolved()) {
            throw new java.io.IOException("cannot listen on " + settings.bind() + " for " + listener.getClass());
        }
        return new MediaRooms(settings.bind());
    }

    /// The address the socket is bound to.
    public InetSocketAddress address() {
        return address;
    }

    /// Lets a user into a room, which is made on the first entry. A second entry of the same user replaces the first.
    public CompletableFuture<Negotiation> enter(RoomKey room, UserId user, String offer) {
        return CompletableFuture.completedFuture(new Negotiation.Refused("not yet " + room + user + offer));
    }

    /// Answers an offer with new ICE credentials for a user who is in the room; DTLS and streams stay.
    public CompletableFuture<Negotiation> restartIce(RoomKey room, UserId user, String offer) {
        return enter(room, user, offer);
    }

    /// Takes a user out; the room goes with the last. Does nothing when the user is not there.
    public void leave(RoomKey room, UserId user) {}

    /// What the loop has counted so far.
    public MediaCounts counts() {
        return new MediaCounts(0, 0, 0, 0, 0, 0, 0, 0, java.util.Map.of());
    }

    /// Closes every room, the loop and the socket.
    @Override
    public void close() {}
}
