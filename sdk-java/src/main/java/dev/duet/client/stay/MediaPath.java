// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.course.Pulse;
import dev.duet.client.course.Recovery;
import dev.duet.client.course.RoomCode;
import dev.duet.client.course.RoomEvent;
import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.ConnectionStats;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Result.Answered;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The media connection of a stay in a room: opened, watched, and repaired by ICE restarts.
final class MediaPath {
    private static final String LEFT = "The room was left before it was entered.";

    /// Whose connection it is.
    interface Owner {
        /// There is a new connection; its offer is about to be made.
        void opened(Link link);

        /// Connected, lost, tried again, or recovered.
        void fares(RoomEvent event);

        /// The server knows nothing of this connection any more.
        void forgotten();

        void gaveUp(Result<Void> why);
    }

    private final RoomWire wire;
    private final MediaTools tools;
    private final Duration giveUpAfter;
    private final Owner owner;
    private @Nullable Link link;
    private @Nullable Recovery recovery;
    private Runnable timer = () -> {};
    private Runnable unwatch = () -> {};
    private Pulse pulse;
    /// A negotiation is under way.
    private boolean busy;
    /// Counted up by whatever makes a negotiation under way worthless.
    private int turn;

    MediaPath(RoomWire wire, MediaTools tools, Duration giveUpAfter, Owner owner) {
        this.wire = wire;
        this.tools = tools;
        this.giveUpAfter = giveUpAfter;
        this.owner = owner;
        this.pulse = Pulse.atRest(wire.now());
    }

    @Nullable
    Link link() {
        return link;
    }

    boolean isConnected() {
        return recovery instanceof Recovery.Connected;
    }

    boolean isNegotiating() {
        return busy;
    }

    /// Opens a connection in place of the one there was; `ask` takes its offer to the server.
    <T> CompletableFuture<Result<T>> open(Function<String, CompletableFuture<Result<T>>> ask) {
        drop();
        busy = true;
        int mine = turn;
        return create(mine)
                .thenCompose(made -> offer(made))
                .thenCompose(offer -> take(mine, offer, ask))
                .whenComplete((answer, bug) -> {
                    if (turn == mine) {
                        busy = false;
                    }
                });
    }

    private CompletableFuture<Result<Link>> create(int mine) {
        return Link.open(wire, tools, state -> {
                    if (turn == mine) {
                        changed(state);
                    }
                })
                .thenApply(made -> keep(made, mine));
    }

    private Result<Link> keep(Result<Link> made, int mine) {
        Link fresh = made.data();
        if (fresh == null) {
            return made;
        }
        if (turn != mine) {
            fresh.close();
            return left();
        }
        link = fresh;
        pulse = Pulse.atRest(wire.now());
        owner.opened(fresh);
        return made;
    }

    private static CompletableFuture<Result<String>> offer(Result<Link> made) {
        Link fresh = made.data();
        return fresh == null ? CompletableFuture.completedFuture(made.bare()) : fresh.offer();
    }

    private <T> CompletableFuture<Result<T>> take(
            int mine, Result<String> offer, Function<String, CompletableFuture<Result<T>>> ask) {
        if (turn != mine) {
            return CompletableFuture.completedFuture(left());
        }
        String sdp = offer.data();
        return sdp == null ? CompletableFuture.completedFuture(offer.bare()) : ask.apply(sdp);
    }

    static <T> Result<T> left() {
        return Result.refused(RoomCode.ENTER_ROOM_FAILED, LEFT);
    }

    /// Takes the server's answer; from here on the connection is expected to come up.
    CompletableFuture<Result<Void>> answer(String sdp) {
        Link answered = link;
        if (recovery instanceof Recovery.Broken) {
            feed(Recovery.Event.RESTART_ENDED);
        } else {
            recovery = Recovery.connecting(wire.now());
        }
        rearm();
        if (answered == null) {
            return CompletableFuture.completedFuture(Result.done());
        }
        return answered.answer(sdp).thenApply(applied -> link == answered ? applied : Result.done());
    }

    void networkChanged() {
        feed(Recovery.Event.NETWORK_CHANGED);
    }

    void close() {
        drop();
        recovery = null;
    }

    private void drop() {
        turn += 1;
        busy = false;
        timer.run();
        unwatch.run();
        if (link != null) {
            link.close();
            link = null;
        }
    }

    private void changed(ConnectionState state) {
        switch (state) {
            case CONNECTED -> {
                flows();
                watch();
            }
            case DISCONNECTED -> feed(Recovery.Event.DISCONNECTED);
            case FAILED -> feed(Recovery.Event.FAILED);
            case NEW, CONNECTING, CLOSED -> {}
        }
    }

    private void flows() {
        feed(Recovery.Event.CONNECTED);
        owner.fares(new RoomEvent.Connected());
    }

    /// An engine takes its time to see that its address is gone; what does not arrive any more tells sooner.
    private void watch() {
        unwatch.run();
        unwatch = wire.wake(wire.now().plus(Pulse.LOOK), this::feel);
    }

    private void feel() {
        Link felt = link;
        if (felt == null) {
            return;
        }
        Landing.then(felt.stats(), result -> {
            if (link == felt) {
                look(felt, result.data());
                watch();
            }
        });
    }

    private void look(Link felt, @Nullable ConnectionStats stats) {
        if (stats == null) {
            return;
        }
        Pulse.Look seen = pulse.look(Pulse.signsOfLife(stats), wire.now());
        boolean heard = seen.pulse().heard() != pulse.heard();
        pulse = seen.pulse();
        if (seen.stopped()) {
            wire.probe();
            feed(Recovery.Event.FAILED);
        }
        // The engine has noticed nothing, neither that it broke nor that it is mended.
        if (heard && felt.isConnected() && recovery instanceof Recovery.Broken) {
            flows();
        }
    }

    private void feed(Recovery.Event event) {
        if (recovery == null) {
            return;
        }
        Recovery.Step step = recovery.on(event, wire.now(), giveUpAfter);
        recovery = step.next();
        rearm();
        step.effects().forEach(this::carryOut);
    }

    private void rearm() {
        timer.run();
        timer = () -> {};
        if (recovery != null) {
            recovery.wakeAt(giveUpAfter).ifPresent(at -> timer = wire.wake(at, () -> feed(Recovery.Event.WAKE)));
        }
    }

    private void carryOut(Recovery.Effect effect) {
        switch (effect) {
            case RESTART -> restart();
            case CONNECTION_LOST -> owner.fares(new RoomEvent.ConnectionLost());
            case TRY_TO_RECONNECT -> owner.fares(new RoomEvent.TryToReconnect());
            case RECOVERED -> owner.fares(new RoomEvent.Recovered());
            case GIVE_UP -> owner.gaveUp(Result.refused(RoomCode.ENTER_ROOM_FAILED, "The media connection broke."));
        }
    }

    private void restart() {
        Link mended = link;
        if (mended == null || busy) {
            return;
        }
        busy = true;
        int mine = turn;
        Landing.then(negotiate(mended), answer -> {
            if (turn != mine) {
                return;
            }
            busy = false;
            if (answer.code() == Code.ROOM_NOT_FOUND) {
                owner.forgotten();
            } else {
                feed(Recovery.Event.RESTART_ENDED);
            }
        });
    }

    private CompletableFuture<Result<Void>> negotiate(Link mended) {
        return mended.restart().thenCompose(offer -> {
            String sdp = offer.data();
            return sdp == null
                    ? CompletableFuture.completedFuture(offer.bare())
                    : wire.request(new ClientRequest.RestartIce(sdp), Answered.class::cast)
                            .thenCompose(answer -> finish(mended, answer));
        });
    }

    private CompletableFuture<Result<Void>> finish(Link mended, Result<Answered> answer) {
        Answered data = answer.data();
        return data == null || link != mended
                ? CompletableFuture.completedFuture(answer.bare())
                : mended.answer(data.sdp());
    }
}
