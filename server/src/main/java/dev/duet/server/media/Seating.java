// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.id.UserId;
import dev.duet.media.answer.Answerer;
import dev.duet.media.dtls.DtlsHandshake;
import dev.duet.media.dtls.Identity;
import dev.duet.media.ice.Credentials;
import dev.duet.media.ice.IceLite;
import dev.duet.media.ice.IceSettings;
import dev.duet.media.peer.Peer;
import dev.duet.media.relay.Leg;
import dev.duet.media.relay.ReceiveWish;
import dev.duet.media.terms.Negotiated;
import dev.duet.server.media.loop.MediaLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who sits where on one loop: in rooms, in lobbies, in front of mirrors. Belongs to the loop's thread.
final class Seating {
    private final MediaLoop loop;
    private final MediaListener listener;
    private final IceSettings iceSettings;
    private final Executor handshakeThreads;
    private final Map<RoomKey, MediaRoom> rooms = new HashMap<>();
    private final Map<SoloKey, MediaRoom> lobbies = new HashMap<>();
    private final Map<SoloKey, MediaRoom> mirrors = new HashMap<>();

    Seating(MediaLoop loop, MediaListener listener, IceSettings iceSettings, Executor handshakeThreads) {
        this.loop = loop;
        this.listener = listener;
        this.iceSettings = iceSettings;
        this.handshakeThreads = handshakeThreads;
    }

    /// Seats a user in a room, in place of any seat of that user there.
    void seat(Identity identity, RoomKey key, UserId user, Admissions.Admission admission) {
        MediaRoom room = room(key);
        vacate(room, user);
        room.sit(newSeat(identity, room, user, admission), admission.local().ufrag());
    }

    /// Seats a device in a lobby, in place of whatever it had.
    void await(Identity identity, SoloKey key, UserId user, Admissions.Admission admission) {
        closeSolo(key);
        MediaRoom lobby = solo();
        lobbies.put(key, lobby);
        lobby.sit(newSeat(identity, lobby, user, admission), admission.local().ufrag());
    }

    /// Seats a device in front of a mirror, in place of whatever it had.
    void reflect(Identity identity, SoloKey key, UserId user, Admissions.Admission admission) {
        closeSolo(key);
        MediaRoom mirror = solo();
        mirrors.put(key, mirror);
        mirror.reflect(
                newSeat(identity, mirror, user, admission), admission.local().ufrag());
    }

    /// Moves who waits in a lobby to a room, connected as it is, in place of any seat of that user there.
    void adopt(SoloKey from, RoomKey to) {
        MediaRoom lobby = lobbies.remove(from);
        if (lobby != null) {
            lobby.seats().toList().forEach(seat -> {
                MediaRoom room = room(to);
                vacate(room, seat.user());
                room.adopt(seat);
            });
        }
    }

    /// Takes a user out of a room; the room goes with the last.
    void unseat(RoomKey key, UserId user) {
        MediaRoom room = rooms.get(key);
        if (room != null) {
            vacate(room, user);
            if (room.isEmpty()) {
                rooms.remove(key);
            }
        }
    }

    /// Ends a lobby or a mirror, if the device has one.
    void closeSolo(SoloKey key) {
        MediaRoom solo = solo(key);
        lobbies.remove(key);
        mirrors.remove(key);
        if (solo != null) {
            solo.close();
        }
    }

    void restart(RoomKey key, UserId user, Credentials local) {
        inRoom(key, user, (room, seat) -> room.restartIce(seat, local));
    }

    void restart(SoloKey key, Credentials local) {
        alone(key, (solo, seat) -> solo.restartIce(seat, local));
    }

    void wish(RoomKey key, UserId user, ReceiveWish wish) {
        inRoom(key, user, (room, seat) -> room.wish(seat, wish));
    }

    void wish(SoloKey key, ReceiveWish wish) {
        alone(key, (solo, seat) -> solo.wish(seat, wish));
    }

    void close() {
        Stream.of(rooms, lobbies, mirrors)
                .flatMap(places -> places.values().stream())
                .forEach(MediaRoom::close);
        rooms.clear();
        lobbies.clear();
        mirrors.clear();
    }

    int rooms() {
        return rooms.size();
    }

    int lobbies() {
        return lobbies.size();
    }

    int mirrors() {
        return mirrors.size();
    }

    /// Those who sit in rooms.
    Stream<Seat> seated() {
        return rooms.values().stream().flatMap(MediaRoom::seats);
    }

    private MediaRoom room(RoomKey key) {
        return rooms.computeIfAbsent(key, _ -> new MediaRoom(loop, SeatNews.of(key, listener), handshakeThreads));
    }

    private MediaRoom solo() {
        return new MediaRoom(loop, SeatNews.NOBODY_ASKS, handshakeThreads);
    }

    private @Nullable MediaRoom solo(SoloKey key) {
        MediaRoom lobby = lobbies.get(key);
        return lobby == null ? mirrors.get(key) : lobby;
    }

    private static void vacate(MediaRoom room, UserId user) {
        Seat seat = room.seat(user);
        if (seat != null) {
            room.stand(seat);
        }
    }

    private void inRoom(RoomKey key, UserId user, BiConsumer<MediaRoom, Seat> action) {
        MediaRoom room = rooms.get(key);
        Seat seat = room == null ? null : room.seat(user);
        if (room != null && seat != null) {
            action.accept(room, seat);
        }
    }

    private void alone(SoloKey key, BiConsumer<MediaRoom, Seat> action) {
        MediaRoom solo = solo(key);
        if (solo != null) {
            solo.seats().toList().forEach(seat -> action.accept(solo, seat));
        }
    }

    private Seat newSeat(Identity identity, MediaRoom place, UserId user, Admissions.Admission admission) {
        Negotiated negotiated = admission.negotiated();
        HandshakeCall call = new HandshakeCall();
        DtlsHandshake handshake = DtlsHandshake.server(identity, negotiated.remoteFingerprint(), call);
        IceLite ice = new IceLite(admission.local(), iceSettings, loop.nowNanos());
        Peer peer = new Peer(ice, handshake, loop.drops(), loop.ciphers());
        Leg leg = new Leg(negotiated, admission.ssrcs(), Answerer.CNAME, peer, loop.drops());
        Seat seat = new Seat(place, user, leg, handshake);
        call.seat = seat;
        return seat;
    }

    /// A handshake thread's call for the loop's attention; calls that come before the loop answered are one.
    private final class HandshakeCall implements Runnable {
        private final AtomicBoolean waiting = new AtomicBoolean();
        private volatile @Nullable Seat seat;

        @Override
        public void run() {
            if (waiting.compareAndSet(false, true)) {
                loop.post(this::answer);
            }
        }

        private void answer() {
            waiting.set(false);
            Seat caller = seat;
            if (caller != null) {
                caller.room().handshakeMoved(caller);
            }
        }
    }
}
