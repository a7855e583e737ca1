// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.id.UserId;
import dev.duet.media.answer.Answerer;
import dev.duet.media.dtls.DtlsHandshake;
import dev.duet.media.dtls.DtlsWarmUp;
import dev.duet.media.dtls.Identity;
import dev.duet.media.ice.IceLite;
import dev.duet.media.ice.IceSettings;
import dev.duet.media.peer.Peer;
import dev.duet.media.relay.Leg;
import dev.duet.media.terms.Negotiated;
import dev.duet.server.config.Settings.Ciphers;
import dev.duet.server.media.loop.ChannelPort;
import dev.duet.server.media.loop.MediaLoop;
import dev.duet.server.media.loop.Traffic;
import dev.duet.server.media.rehearsal.Rehearsal;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The table of rooms that carry media, and the door to them for every other thread.
///
/// Offers are answered on a thread of their own, in order; media flows on the loop's thread; handshakes run on virtual
/// ones.
public final class MediaRooms implements AutoCloseable {
    private static final Logger LOG = System.getLogger(MediaRooms.class.getName());

    /// After as many the code of a handshake is compiled well enough.
    private static final int WARM_UP_HANDSHAKES = 20;
    /// Counting asks the loop; when it does not answer in this time something is wrong, and the last counts will do.
    private static final Duration COUNT_PATIENCE = Duration.ofMillis(200);
    /// A scrape reads the counts many times; one reading serves them all.
    private static final Duration COUNTS_STAY_FRESH = Duration.ofMillis(100);

    private final MediaLoop loop;
    private final MediaListener listener;
    private final IceSettings iceSettings;
    private final Ciphers ciphers;
    private final ExecutorService clerk = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("duet-offers").factory());
    private final ExecutorService handshakeThreads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("duet-dtls-", 0).factory());
    private final CompletableFuture<Foundation> foundation;
    /// Belongs to the loop's thread.
    private final Map<RoomKey, MediaRoom> rooms = new HashMap<>();

    private volatile MediaCounts lastCounts = MediaCounts.NOTHING;
    private volatile long countedNanos = System.nanoTime() - COUNTS_STAY_FRESH.toNanos();

    private MediaRooms(MediaLoop loop, MediaListener listener, MediaSettings settings) {
        this.loop = loop;
        this.ciphers = settings.ciphers();
        this.listener = listener;
        this.iceSettings = iceSettings(settings);
        this.foundation =
                CompletableFuture.supplyAsync(() -> Foundation.lay(announced(settings, loop.address())), clerk);
    }

    /// What every offer's answer stands on. Making a key takes long enough to be kept off the start.
    private record Foundation(Identity identity, Admissions admissions) {
        static Foundation lay(List<InetSocketAddress> announced) {
            SecureRandom random = new SecureRandom();
            Identity identity = Identity.create(random, Clock.systemUTC().instant());
            return new Foundation(identity, new Admissions(new Answerer(announced, identity.fingerprint()), random));
        }
    }

    /// Opens the socket, starts the loop and, in the background, rehearses a call.
    ///
    /// @throws IOException when the socket cannot be bound
    public static MediaRooms start(MediaSettings settings, MediaListener listener) throws IOException {
        MediaLoop loop = new MediaLoop(
                ChannelPort.open(settings.bind(), settings.receiveBuffer()), CipherChoice.of(settings.ciphers()));
        MediaRooms rooms = new MediaRooms(loop, listener, settings);
        loop.start();
        CipherChoice.tell(settings.ciphers());
        rooms.warmUp();
        return rooms;
    }

    /// The address the socket is bound to.
    public InetSocketAddress address() {
        return loop.address();
    }

    /// Lets a user into a room, which is made on the first entry. A second entry of the same user replaces the first.
    public CompletableFuture<Negotiation> enter(RoomKey room, UserId user, String offer) {
        return negotiate(admissions -> admissions.enter(room, user, offer), admission -> seat(room, user, admission));
    }

    /// Answers an offer with new ICE credentials for a user who is in the room; DTLS and streams stay.
    public CompletableFuture<Negotiation> restartIce(RoomKey room, UserId user, String offer) {
        return negotiate(
                admissions -> admissions.restart(room, user, offer), admission -> restart(room, user, admission));
    }

    /// Takes a user out; the room goes with the last. Does nothing when the user is not there.
    public void leave(RoomKey room, UserId user) {
        dictate(() -> {
            foundation.join().admissions().leave(room, user);
            loop.post(() -> unseat(room, user));
        });
    }

    /// What the loop has counted so far.
    public MediaCounts counts() {
        if (System.nanoTime() - countedNanos < COUNTS_STAY_FRESH.toNanos()) {
            return lastCounts;
        }
        CompletableFuture<MediaCounts> counted = new CompletableFuture<>();
        loop.post(() -> counted.complete(count()));
        try {
            lastCounts = counted.get(COUNT_PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            countedNanos = System.nanoTime();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            // The loop is closing or stuck: what it counted last is the best there is.
        }
        return lastCounts;
    }

    /// Closes every room, the loop and the socket.
    @Override
    public void close() {
        clerk.shutdown();
        loop.post(this::closeRooms);
        loop.close();
        handshakeThreads.shutdownNow();
    }

    private interface Answering {
        Admissions.Outcome answer(Admissions admissions);
    }

    private interface Seating {
        void seat(Admissions.Admission admission);
    }

    /// The answer reaches the client only after the loop knows the names in it.
    private CompletableFuture<Negotiation> negotiate(Answering answering, Seating seating) {
        CompletableFuture<Negotiation> result = new CompletableFuture<>();
        boolean taken = dictate(() -> {
            try {
                switch (answering.answer(foundation.join().admissions())) {
                    case Admissions.Outcome.Turned(String why) -> result.complete(new Negotiation.Refused(why));
                    case Admissions.Outcome.Admitted(String answer, Admissions.Admission admission) ->
                        loop.post(() -> {
                            seating.seat(admission);
                            result.complete(new Negotiation.Answered(answer));
                        });
                }
            } catch (RuntimeException bug) {
                result.completeExceptionally(bug);
            }
        });
        if (!taken) {
            result.complete(new Negotiation.Refused("The server is stopping; try again in a moment."));
        }
        return result;
    }

    /// Hands work to the thread that answers offers; `false` when it takes none any more.
    private boolean dictate(Runnable work) {
        try {
            clerk.execute(work);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    private void seat(RoomKey key, UserId user, Admissions.Admission admission) {
        MediaRoom room = rooms.computeIfAbsent(key, _ -> new MediaRoom(key, loop, listener, handshakeThreads));
        Seat before = room.seat(user);
        if (before != null) {
            room.stand(before);
        }
        room.sit(newSeat(room, user, admission), admission.local().ufrag());
    }

    private Seat newSeat(MediaRoom room, UserId user, Admissions.Admission admission) {
        Negotiated negotiated = admission.negotiated();
        HandshakeCall call = new HandshakeCall(room);
        DtlsHandshake handshake =
                DtlsHandshake.server(foundation.join().identity(), negotiated.remoteFingerprint(), call);
        IceLite ice = new IceLite(admission.local(), iceSettings, loop.nowNanos());
        Peer peer = new Peer(ice, handshake, loop.drops(), loop.ciphers());
        Seat seat = new Seat(
                room, user, new Leg(negotiated, admission.ssrcs(), Answerer.CNAME, peer, loop.drops()), handshake);
        call.seat = seat;
        return seat;
    }

    private void restart(RoomKey key, UserId user, Admissions.Admission admission) {
        MediaRoom room = rooms.get(key);
        Seat seat = room == null ? null : room.seat(user);
        if (room != null && seat != null) {
            room.restartIce(seat, admission.local());
        }
    }

    private void unseat(RoomKey key, UserId user) {
        MediaRoom room = rooms.get(key);
        Seat seat = room == null ? null : room.seat(user);
        if (room != null && seat != null) {
            room.stand(seat);
            if (room.isEmpty()) {
                rooms.remove(key);
            }
        }
    }

    private void closeRooms() {
        rooms.values().forEach(MediaRoom::close);
        rooms.clear();
    }

    private MediaCounts count() {
        Traffic traffic = loop.traffic();
        List<QualityReport> reports = rooms.values().stream()
                .flatMap(MediaRoom::seats)
                .flatMap(seat -> seat.quality().stream())
                .toList();
        return new MediaCounts(
                traffic.packetsIn(),
                traffic.packetsOut(),
                traffic.bytesIn(),
                traffic.bytesOut(),
                rooms.size(),
                (int) rooms.values().stream().flatMap(MediaRoom::seats).count(),
                traffic.handshakes(),
                traffic.handshakesFailed(),
                Duration.ofNanos((long) reports.stream()
                        .mapToLong(report -> report.roundTrip().toNanos())
                        .filter(nanos -> nanos > 0)
                        .average()
                        .orElse(0)),
                reports.stream()
                        .mapToDouble(QualityReport::uplinkLoss)
                        .average()
                        .orElse(0),
                reports.stream()
                        .mapToDouble(QualityReport::downlinkLoss)
                        .average()
                        .orElse(0),
                loop.drops().snapshot());
    }

    private void warmUp() {
        Thread.ofPlatform().name("duet-warm-up").daemon().start(() -> {
            Identity identity = foundation.join().identity();
            boolean worked = Rehearsal.run(identity, new SecureRandom(), CipherChoice.of(ciphers), handshakeThreads)
                    && DtlsWarmUp.run(identity, WARM_UP_HANDSHAKES, handshakeThreads) == WARM_UP_HANDSHAKES;
            if (!worked && !handshakeThreads.isShutdown()) {
                LOG.log(Level.WARNING, "A call of the server with itself failed; real calls may fail as well.");
            }
        });
    }

    private static IceSettings iceSettings(MediaSettings settings) {
        IceSettings standard = IceSettings.standard();
        return new IceSettings(
                settings.consentExpiry(), settings.consentExpiry().dividedBy(3), standard.answersPerSecond());
    }

    private static List<InetSocketAddress> announced(MediaSettings settings, InetSocketAddress bound) {
        return settings.announced().stream()
                .map(address ->
                        address.getPort() == 0 ? new InetSocketAddress(address.getAddress(), bound.getPort()) : address)
                .toList();
    }

    /// A handshake thread's call for the loop's attention; calls that come before the loop answered are one.
    private final class HandshakeCall implements Runnable {
        private final MediaRoom room;
        private final AtomicBoolean waiting = new AtomicBoolean();
        private volatile @Nullable Seat seat;

        HandshakeCall(MediaRoom room) {
            this.room = room;
        }

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
                room.handshakeMoved(caller);
            }
        }
    }
}
