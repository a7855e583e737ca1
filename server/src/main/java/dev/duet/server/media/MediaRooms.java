// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.id.UserId;
import dev.duet.media.answer.Answerer;
import dev.duet.media.dtls.DtlsWarmUp;
import dev.duet.media.dtls.Identity;
import dev.duet.media.ice.IceSettings;
import dev.duet.media.relay.ReceiveWish;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The media of all rooms, lobbies and mirrors: the door to them for every other thread.
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
    private final Ciphers ciphers;
    private final ExecutorService clerk = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("duet-offers").factory());
    private final ExecutorService handshakeThreads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("duet-dtls-", 0).factory());
    private final CompletableFuture<Foundation> foundation;
    /// Belongs to the loop's thread.
    private final Seating seating;

    private volatile MediaCounts lastCounts = MediaCounts.NOTHING;
    private volatile long countedNanos = System.nanoTime() - COUNTS_STAY_FRESH.toNanos();

    private MediaRooms(MediaLoop loop, MediaListener listener, MediaSettings settings) {
        this.loop = loop;
        this.ciphers = settings.ciphers();
        this.seating = new Seating(loop, listener, iceSettings(settings), handshakeThreads);
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
        rooms.rehearse();
        return rooms;
    }

    /// The address the socket is bound to.
    public InetSocketAddress address() {
        return loop.address();
    }

    /// Lets a user into a room, which is made on the first entry. A second entry of the same user replaces the first.
    public CompletableFuture<Negotiation> enter(RoomKey room, UserId user, String offer) {
        return negotiate(
                admissions -> admissions.enter(room, user, offer),
                (identity, admission) -> seating.seat(identity, room, user, admission));
    }

    /// Answers an offer with new ICE credentials for a user who is in the room; DTLS and streams stay.
    public CompletableFuture<Negotiation> restartIce(RoomKey room, UserId user, String offer) {
        return negotiate(
                admissions -> admissions.restart(room, user, offer),
                (_, admission) -> seating.restart(room, user, admission.local()));
    }

    /// Takes what a user wants to be sent; every entry begins with all of it. Does nothing when the user is not there.
    public void receive(RoomKey room, UserId user, ReceiveWish wish) {
        dictate(() -> loop.post(() -> seating.wish(room, user, wish)));
    }

    /// Takes a user out; the room goes with the last. Does nothing when the user is not there.
    public void leave(RoomKey room, UserId user) {
        dictate(() -> {
            foundation.join().admissions().leave(room, user);
            loop.post(() -> seating.unseat(room, user));
        });
    }

    /// Connects a device in a lobby, where nothing is forwarded, in place of any lobby or mirror that it has.
    public CompletableFuture<Negotiation> warmUp(SoloKey solo, UserId user, String offer) {
        return negotiate(
                admissions -> admissions.await(solo, offer),
                (identity, admission) -> seating.await(identity, solo, user, admission));
    }

    /// Makes the media of a lobby the user's in the room, in place of any it has there; the connection and what the
    /// device wants stay. Connected media is told of as connected in the room.
    ///
    /// Does nothing when there is no lobby, or no place in the room.
    public void adoptWarm(SoloKey solo, RoomKey room, UserId user) {
        dictate(() -> {
            if (foundation.join().admissions().adopt(solo, room, user)) {
                loop.post(() -> seating.adopt(solo, room));
            }
        });
    }

    /// Sends a device its own media back, in place of any lobby or mirror that it has.
    public CompletableFuture<Negotiation> openMirror(SoloKey solo, UserId user, String offer) {
        return negotiate(
                admissions -> admissions.reflect(solo, offer),
                (identity, admission) -> seating.reflect(identity, solo, user, admission));
    }

    /// As [#restartIce], for a device in a lobby or in front of a mirror.
    public CompletableFuture<Negotiation> restartSoloIce(SoloKey solo, String offer) {
        return negotiate(
                admissions -> admissions.restart(solo, offer),
                (_, admission) -> seating.restart(solo, admission.local()));
    }

    /// Takes what a device in a lobby wants to be sent once it is in a room.
    public void receiveSolo(SoloKey solo, ReceiveWish wish) {
        dictate(() -> loop.post(() -> seating.wish(solo, wish)));
    }

    /// Ends a lobby or a mirror; does nothing when there is none.
    public void closeSolo(SoloKey solo) {
        dictate(() -> {
            foundation.join().admissions().close(solo);
            loop.post(() -> seating.closeSolo(solo));
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
        loop.post(seating::close);
        loop.close();
        handshakeThreads.shutdownNow();
    }

    private interface Answering {
        Admissions.Outcome answer(Admissions admissions);
    }

    private interface Taking {
        void seat(Identity identity, Admissions.Admission admission);
    }

    /// The answer reaches the client only after the loop knows the names in it.
    private CompletableFuture<Negotiation> negotiate(Answering answering, Taking taking) {
        CompletableFuture<Negotiation> result = new CompletableFuture<>();
        boolean taken = dictate(() -> {
            try {
                Foundation ready = foundation.join();
                switch (answering.answer(ready.admissions())) {
                    case Admissions.Outcome.Turned(String why) -> result.complete(new Negotiation.Refused(why));
                    case Admissions.Outcome.Admitted(String answer, Admissions.Admission admission) ->
                        loop.post(() -> {
                            taking.seat(ready.identity(), admission);
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

    private MediaCounts count() {
        Traffic traffic = loop.traffic();
        List<QualityReport> reports =
                seating.seated().flatMap(seat -> seat.quality().stream()).toList();
        return new MediaCounts(
                traffic.packetsIn(),
                traffic.packetsOut(),
                traffic.bytesIn(),
                traffic.bytesOut(),
                seating.rooms(),
                (int) seating.seated().count(),
                seating.lobbies(),
                seating.mirrors(),
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

    private void rehearse() {
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
}
