// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.IceServer;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.engine.Courier;
import dev.duet.client.media.engine.Outlet;
import dev.duet.client.media.engine.Promises;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.machine.AnswerCheck;
import dev.duet.client.media.machine.Negotiation;
import dev.duet.client.media.machine.Negotiation.Move;
import dev.duet.client.media.webrtc.machine.AudioGate;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStatsReport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One connection and the thread on which everything native of it happens. The machines decide, this carries out.
final class Owner {
    private static final Logger LOG = System.getLogger(Owner.class.getName());
    /// A late picture is worth nothing; of sound a fifth of a second bridges a pause of the collector.
    private static final int FRAMES = 2;

    private static final int CHUNKS = 20;
    private static final int STATES = 100;
    /// The recording thread sends its first packet 20 ms after it began.
    private static final long COUNT_EVERY_MILLIS = 10;

    private final OwnerThread thread = new OwnerThread();
    private final Negotiation negotiation = new Negotiation();
    private final AudioGate gate = new AudioGate();
    private final Promises promises = new Promises(Elsewhere::result);
    private final Outlet<PcmChunk> voice = new Outlet<>(CHUNKS, thread, this::push);
    private final Outlet<VideoFrame> camera = new Outlet<>(FRAMES, thread, frame -> push(MediaKind.CAMERA, frame));
    private final Outlet<VideoFrame> screen = new Outlet<>(FRAMES, thread, frame -> push(MediaKind.SCREEN, frame));
    private final Arrivals arrivals = new Arrivals();
    private final Courier<ConnectionState> states = new Courier<>(STATES, Elsewhere::sink);
    private final Runnable closer = this::beginClose;
    private volatile ConnectionState state = ConnectionState.NEW;
    private @Nullable NativePeer peer;
    private CompletableFuture<String> offering = new CompletableFuture<>();

    private Owner() {}

    static Owner start(List<IceServer> iceServers, Consumer<ConnectionState> listener) {
        Owner owner = new Owner();
        owner.states.bringTo(listener);
        CompletableFuture<Void> made = new CompletableFuture<>();
        owner.thread.execute(() -> owner.make(iceServers, made));
        try {
            made.join();
        } catch (RuntimeException broken) {
            owner.beginClose();
            throw new MediaException(
                    Reason.ENGINE_BROKE, "The media engine could not make a connection.", rootOf(broken));
        }
        ExitWatch.add(owner.closer);
        return owner;
    }

    private static Throwable rootOf(Throwable broken) {
        return broken.getCause() == null ? broken : broken.getCause();
    }

    private void make(List<IceServer> iceServers, CompletableFuture<Void> made) {
        try {
            peer = new NativePeer(
                    iceServers,
                    new StateObserver(next -> thread.execute(() -> become(next))),
                    arrivals.ear(),
                    arrivals.eyes());
            made.complete(null);
        } catch (RuntimeException | Error broken) {
            made.completeExceptionally(broken);
        }
    }

    Outlet<PcmChunk> voice() {
        return voice;
    }

    Outlet<VideoFrame> picture(MediaKind place) {
        return switch (place) {
            case AUDIO -> throw new IllegalArgumentException("a picture has its place at CAMERA or SCREEN, not AUDIO");
            case CAMERA -> camera;
            case SCREEN -> screen;
        };
    }

    Courier<PcmChunk> ear() {
        return arrivals.sound();
    }

    Courier<VideoFrame> eye(MediaKind place) {
        return arrivals.pictures(place);
    }

    ConnectionState state() {
        return state;
    }

    CompletableFuture<String> offer() {
        return ask(promise -> negotiate(negotiation.offer(), promise));
    }

    CompletableFuture<String> restart() {
        return ask(promise -> negotiate(negotiation.restart(), promise));
    }

    private void negotiate(Move move, CompletableFuture<String> promise) {
        switch (move) {
            case Move.Create(boolean newIce) -> createOffer(newIce, promise);
            case Move.Await() -> promises.follow(offering, promise);
            case Move.Repeat() -> promises.keep(promise, live().localSdp());
            case Move.Refuse(Reason reason, String why) -> promises.breakOff(promise, reason, why);
            case Move.Apply() -> throw new IllegalStateException("an offer is not applied");
        }
    }

    private void createOffer(boolean newIce, CompletableFuture<String> promise) {
        offering = promise;
        if (newIce) {
            live().restartIce();
        }
        live().createOffer(new OfferObserver(
                made -> thread.execute(() -> setLocal(made, promise)),
                why -> thread.execute(() -> offerFailed(promise, why))));
    }

    private void setLocal(RTCSessionDescription made, CompletableFuture<String> promise) {
        if (!negotiation.open()) {
            return;
        }
        gate.negotiationBegins();
        live().setLocal(
                        made,
                        new DoneObserver(
                                () -> thread.execute(() -> offerMade(promise)),
                                why -> thread.execute(() -> {
                                    obey(gate.negotiationEnds());
                                    offerFailed(promise, why);
                                })));
    }

    private void offerMade(CompletableFuture<String> promise) {
        if (!negotiation.open()) {
            return;
        }
        obey(gate.negotiationEnds());
        negotiation.offerMade();
        promises.keep(promise, live().localSdp());
    }

    private void offerFailed(CompletableFuture<String> promise, String why) {
        negotiation.offerFailed();
        promises.breakOff(promise, Reason.ENGINE_BROKE, "The media engine made no offer: " + why);
    }

    CompletableFuture<Void> answer(String sdp) {
        return ask(promise -> {
            Move move = negotiation.answer();
            if (move instanceof Move.Refuse(Reason reason, String why)) {
                promises.breakOff(promise, reason, why);
            } else {
                Optional<String> flaw = AnswerCheck.flaw(live().localSdp(), sdp);
                flaw.ifPresentOrElse(why -> answerRefused(promise, why), () -> setRemote(sdp, promise));
            }
        });
    }

    private void answerRefused(CompletableFuture<Void> promise, String why) {
        negotiation.answerFailed();
        promises.breakOff(promise, Reason.BAD_DESCRIPTION, "The answer was not taken: " + why);
    }

    private void setRemote(String sdp, CompletableFuture<Void> promise) {
        gate.negotiationBegins();
        try {
            live().setRemote(
                            new RTCSessionDescription(RTCSdpType.ANSWER, sdp),
                            new DoneObserver(
                                    () -> thread.execute(() -> answerTaken(promise)),
                                    why -> thread.execute(() -> answerFailed(promise, why))));
        } catch (RuntimeException | Error unreadable) {
            answerFailed(promise, String.valueOf(unreadable.getMessage()));
        }
    }

    private void answerTaken(CompletableFuture<Void> promise) {
        if (!negotiation.open()) {
            return;
        }
        negotiation.answerTaken();
        obey(gate.negotiationEnds());
        promises.keep(promise);
    }

    private void answerFailed(CompletableFuture<Void> promise, String why) {
        if (!negotiation.open()) {
            return;
        }
        obey(gate.negotiationEnds());
        answerRefused(promise, why);
    }

    void shape(MediaKind kind, Encoding encoding) {
        thread.execute(() -> {
            if (!negotiation.open()) {
                return;
            }
            gate.negotiationBegins();
            try {
                live().shape(kind, encoding);
            } catch (RuntimeException | Error refused) {
                LOG.log(Level.WARNING, "The encoding of " + kind + " stays as it was.", refused);
            }
            obey(gate.negotiationEnds());
        });
    }

    CompletableFuture<ConnectionStats> stats() {
        return ask(promise -> {
            if (negotiation.open()) {
                live().getStats(report -> {
                    ExitWatch.meet();
                    promises.keep(promise, NativeStats.of(report).read(System.nanoTime()));
                });
            } else {
                promises.breakOff(promise, Reason.CLOSED, "The media connection is closed.");
            }
        });
    }

    private void push(PcmChunk chunk) {
        if (negotiation.open() && gate.open()) {
            live().push(chunk);
        }
    }

    private void push(MediaKind kind, VideoFrame frame) {
        if (negotiation.open()) {
            live().push(kind, frame);
        }
    }

    private void become(RTCPeerConnectionState next) {
        if (!negotiation.open() || next == RTCPeerConnectionState.CLOSED) {
            return;
        }
        tell(ConnectionState.valueOf(next.name()));
        obey(gate.connected(next == RTCPeerConnectionState.CONNECTED));
    }

    private void tell(ConnectionState next) {
        if (state != next) {
            state = next;
            states.bring(next);
        }
    }

    private void obey(AudioGate.Next next) {
        if (!negotiation.open()) {
            return;
        }
        switch (next) {
            case NOTHING -> {}
            case COUNT -> thread.schedule(this::count, COUNT_EVERY_MILLIS);
            case STOP_RECORDING -> live().stopRecording();
        }
    }

    private void count() {
        if (negotiation.open()) {
            live().getStats(this::counted);
        }
    }

    private void counted(RTCStatsReport report) {
        ExitWatch.meet();
        long packets = NativeStats.of(report).audioPacketsSent();
        thread.execute(() -> obey(gate.counted(packets)));
    }

    private NativePeer live() {
        if (peer == null) {
            throw new IllegalStateException("no native connection");
        }
        return peer;
    }

    private <T> CompletableFuture<T> ask(Consumer<CompletableFuture<T>> work) {
        CompletableFuture<T> promise = promises.make();
        boolean taken = thread.tryExecute(() -> {
            try {
                work.accept(promise);
            } catch (RuntimeException | Error broken) {
                negotiation.offerFailed();
                promises.breakOff(promise, Reason.ENGINE_BROKE, "The media engine failed: " + broken.getMessage());
            }
        });
        if (!taken) {
            promises.breakOff(promise, Reason.CLOSED, "The media connection is closed.");
        }
        return promises.copy(promise);
    }

    void beginClose() {
        ExitWatch.remove(closer);
        voice.close();
        camera.close();
        screen.close();
        arrivals.close();
        thread.finish(this::dispose);
    }

    private void dispose() {
        negotiation.close();
        try {
            if (peer != null) {
                peer.dispose();
            }
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.WARNING, "A media connection was not closed cleanly.", broken);
        }
        peer = null;
        promises.breakOffAll(Reason.CLOSED, "The media connection was closed.");
        tell(ConnectionState.CLOSED);
    }

    void awaitClosed() {
        thread.await(30, TimeUnit.SECONDS);
    }
}
