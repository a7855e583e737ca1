// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.id.UserId;
import dev.duet.media.dtls.DtlsHandshake;
import dev.duet.media.relay.Leg;
import dev.duet.server.media.loop.PeerTable;
import dev.duet.server.media.loop.Recipient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user's place in the media of a room, a lobby or a mirror, with the names and addresses it is found by. Belongs to
/// the loop's thread.
final class Seat implements Recipient {
    /// A browser proves a few addresses while ICE looks for the best, and one at a time later.
    private static final int MOST_ADDRESSES = 16;

    private final UserId user;
    private final Leg leg;
    private final DtlsHandshake handshake;
    private final List<String> ufrags = new ArrayList<>();
    private final List<InetSocketAddress> addresses = new ArrayList<>();
    private MediaRoom room;
    private @Nullable InetAddress handshakeFrom;
    private @Nullable Runnable starter;
    private @Nullable QualityReport quality;

    Seat(MediaRoom room, UserId user, Leg leg, DtlsHandshake handshake) {
        this.room = room;
        this.user = user;
        this.leg = leg;
        this.handshake = handshake;
    }

    MediaRoom room() {
        return room;
    }

    /// Sits somewhere else from now on, under the same names and addresses.
    void moveTo(MediaRoom next) {
        room = next;
    }

    UserId user() {
        return user;
    }

    Leg leg() {
        return leg;
    }

    DtlsHandshake handshake() {
        return handshake;
    }

    /// Takes a name under which first checks will come; the one before the last is given up.
    void enroll(String ufrag, PeerTable table) {
        ufrags.add(ufrag);
        table.enroll(ufrag, this);
        if (ufrags.size() > 2) {
            table.expel(ufrags.removeFirst());
        }
    }

    @Override
    public boolean receive(ByteBuffer datagram, InetSocketAddress from) {
        return room.receive(this, datagram, from);
    }

    @Override
    public void learn(InetSocketAddress address, PeerTable table) {
        if (addresses.contains(address)) {
            // Somebody else may have had it in between.
            table.learn(address, this);
        } else if (table.learn(address, this)) {
            addresses.add(address);
            if (addresses.size() > MOST_ADDRESSES) {
                table.forget(addresses.removeFirst(), this);
            }
        }
    }

    void leave(PeerTable table) {
        ufrags.forEach(table::expel);
        addresses.forEach(address -> table.forget(address, this));
    }

    /// Where the handshake in progress was started from, or null when none is.
    @Nullable
    InetAddress handshakeFrom() {
        return handshakeFrom;
    }

    void handshakeFrom(@Nullable InetAddress source) {
        handshakeFrom = source;
    }

    /// What starts the handshake, made once so that it waits in a queue only once.
    Runnable starter(Runnable first) {
        if (starter == null) {
            starter = first;
        }
        return starter;
    }

    /// The figures of the last interval, if there was one.
    Optional<QualityReport> quality() {
        return Optional.ofNullable(quality);
    }

    void quality(QualityReport latest) {
        quality = latest;
    }

    /// The address proven last, or null.
    @Nullable
    InetAddress lastAddress() {
        return addresses.isEmpty() ? null : addresses.getLast().getAddress();
    }
}
