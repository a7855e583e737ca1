// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.id.UserId;
import dev.duet.media.dtls.DtlsState;
import dev.duet.media.ice.Credentials;
import dev.duet.media.peer.PeerEvent;
import dev.duet.media.peer.PeerState;
import dev.duet.media.relay.Leg;
import dev.duet.media.relay.Quality;
import dev.duet.media.relay.ReceiveWish;
import dev.duet.media.relay.Relay;
import dev.duet.media.relay.RelayOutbound;
import dev.duet.server.media.loop.Deadlines;
import dev.duet.server.media.loop.MediaLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One relay on its loop, of a room, a lobby or a mirror: where its outputs go and who sits in it. Belongs to the
/// loop's
/// thread.
final class MediaRoom implements RelayOutbound {
    private static final double NANOS_PER_MILLI = 1e6;

    private final MediaLoop loop;
    private final SeatNews news;
    private final Executor handshakeThreads;
    private final Relay relay;
    private final List<Seat> seats = new ArrayList<>(2);
    private final Deadlines.Timer timer = new Deadlines.Timer(this::wake);

    MediaRoom(MediaLoop loop, SeatNews news, Executor handshakeThreads) {
        this.loop = loop;
        this.news = news;
        this.handshakeThreads = handshakeThreads;
        this.relay = new Relay(loop.drops());
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    Stream<Seat> seats() {
        return seats.stream();
    }

    /// The seat of a user, or null.
    @Nullable
    Seat seat(UserId user) {
        return find(seat -> seat.user().equals(user));
    }

    void sit(Seat seat, String ufrag) {
        seats.add(seat);
        seat.enroll(ufrag, loop.table());
        relay.join(seat.leg(), loop.nowNanos(), this);
    }

    /// Seats who gets back what it sends.
    void reflect(Seat seat, String ufrag) {
        seats.add(seat);
        seat.enroll(ufrag, loop.table());
        relay.reflect(seat.leg(), loop.nowNanos(), this);
    }

    /// Takes over who sits in another place, and tells of it what a room must know.
    void adopt(Seat seat) {
        seat.room().release(seat);
        seat.moveTo(this);
        seats.add(seat);
        relay.join(seat.leg(), loop.nowNanos(), this);
        switch (seat.leg().peer().state()) {
            case PeerState.Secured() -> news.connected(seat);
            case PeerState.Lost() -> news.lost(seat, "the client fell silent");
            case PeerState.Closed(var reason) -> news.lost(seat, "the media connection ended: " + reason);
            case PeerState.New(), PeerState.Connecting() -> {}
        }
    }

    private void release(Seat seat) {
        seats.remove(seat);
        relay.release(seat.leg());
        rest();
    }

    private void rest() {
        if (seats.isEmpty()) {
            loop.deadlines().cancel(timer);
        }
    }

    void stand(Seat seat) {
        if (!seats.remove(seat)) {
            return;
        }
        seat.leave(loop.table());
        loop.gate().withdraw(seat.starter(() -> {}));
        relay.leave(seat.leg(), loop.scratch(), loop.nowNanos(), this);
        settle(seat);
        rest();
    }

    /// Ends every seat.
    void close() {
        List.copyOf(seats).forEach(this::stand);
    }

    void restartIce(Seat seat, Credentials local) {
        seat.enroll(local.ufrag(), loop.table());
        relay.restartIce(seat.leg(), local, loop.nowNanos(), this);
    }

    void wish(Seat seat, ReceiveWish wish) {
        relay.wish(seat.leg(), wish, loop.nowNanos(), this);
    }

    /// Handles a datagram; whether it proves that the seat's browser is at the address it came from.
    boolean receive(Seat seat, ByteBuffer datagram, InetSocketAddress from) {
        return relay.receive(seat.leg(), datagram, from, loop.nowNanos(), this);
    }

    /// Follows a seat's handshake after its thread called for attention.
    void handshakeMoved(Seat seat) {
        if (seats.contains(seat)) {
            relay.handshakeMoved(seat.leg(), loop.scratch(), loop.nowNanos(), this);
        }
        settle(seat);
    }

    @Override
    public void transmit(ByteBuffer packet, InetSocketAddress to) {
        loop.send(packet, to);
    }

    @Override
    public void wakeAt(long nanos) {
        loop.deadlines().schedule(timer, nanos);
    }

    @Override
    public void event(Leg leg, PeerEvent event) {
        Seat seat = find(candidate -> candidate.leg() == leg);
        if (seat == null) {
            return;
        }
        switch (event) {
            case PeerEvent.HandshakeWanted() -> wantHandshake(seat);
            case PeerEvent.Secured() -> news.connected(seat);
            case PeerEvent.Lost() -> news.lost(seat, "the client fell silent");
            case PeerEvent.Closed(var reason) -> news.lost(seat, "the media connection ended: " + reason);
            case PeerEvent.PathChanged _ -> {}
        }
    }

    @Override
    public void quality(Leg leg, Quality quality) {
        Seat seat = find(candidate -> candidate.leg() == leg);
        if (seat != null) {
            QualityReport report = new QualityReport(
                    quality.uplinkLoss(),
                    quality.downlinkLoss(),
                    Duration.ofNanos(quality.roundTripNanos()),
                    Duration.ofNanos((long) (quality.jitterMillis() * NANOS_PER_MILLI)));
            seat.quality(report);
            news.quality(seat, report);
        }
    }

    private void wake() {
        relay.wake(loop.nowNanos(), this);
    }

    /// Starts the handshake, now or when fewer are on their way.
    private void wantHandshake(Seat seat) {
        InetAddress source = seat.lastAddress();
        if (source != null && seat.handshakeFrom() == null) {
            loop.gate().enter(source, seat.starter(() -> seat.room().startHandshake(seat, source)));
        }
    }

    private void startHandshake(Seat seat, InetAddress source) {
        seat.handshakeFrom(source);
        seat.handshake().start(handshakeThreads);
        if (seat.handshake().state() instanceof DtlsState.Failed) {
            loop.post(() -> seat.room().handshakeMoved(seat));
        }
    }

    /// Counts a handshake that has come to its end.
    private void settle(Seat seat) {
        InetAddress source = seat.handshakeFrom();
        if (source == null || seat.handshake().state() instanceof DtlsState.Handshaking) {
            return;
        }
        seat.handshakeFrom(null);
        loop.gate().leave(source);
        if (seat.handshake().state() instanceof DtlsState.Keyed) {
            loop.traffic().handshakeDone();
        } else {
            loop.traffic().handshakeFailed();
        }
    }

    private @Nullable Seat find(Predicate<Seat> wanted) {
        for (Seat seat : seats) {
            if (wanted.test(seat)) {
                return seat;
            }
        }
        return null;
    }
}
