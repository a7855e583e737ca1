// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import dev.duet.client.media.engine.Promises;
import dev.duet.client.media.machine.AnswerCheck;
import dev.duet.client.media.machine.Negotiation;
import dev.duet.client.media.machine.Negotiation.Move;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One connection and the thread on which everything native of it happens. The machine decides, this carries out.
final class Owner {
    private final OwnerThread thread = new OwnerThread();
    private final Negotiation negotiation = new Negotiation();
    private final Promises promises = new Promises(AppThreads::run);
    private CompletableFuture<String> offering = new CompletableFuture<>();
    private @Nullable Peer peer;

    /// Makes the native side; throws what making it threw.
    static Owner start(Supplier<Peer> make) {
        Owner owner = new Owner();
        CompletableFuture<Void> made = new CompletableFuture<>();
        owner.thread.execute(() -> {
            try {
                owner.peer = make.get();
                made.complete(null);
            } catch (RuntimeException | LinkageError broken) {
                made.completeExceptionally(broken);
            }
        });
        try {
            made.join();
            return owner;
        } catch (RuntimeException broken) {
            owner.close(() -> {}, () -> {});
            throw new MediaException(Reason.ENGINE_BROKE, "The media engine could not make a connection.", broken);
        }
    }

    /// On the thread, unless it is closed.
    void run(Consumer<Peer> work) {
        thread.execute(() -> {
            if (negotiation.open()) {
                work.accept(live());
            }
        });
    }

    CompletableFuture<String> offer() {
        return ask(promise -> negotiate(negotiation.offer(), promise));
    }

    CompletableFuture<String> restart() {
        return ask(promise -> negotiate(negotiation.restart(), promise));
    }

    private void negotiate(Move move, CompletableFuture<String> promise) {
        switch (move) {
            case Move.Create(boolean newIce) -> {
                offering = promise;
                live().offer(
                                newIce,
                                taken(
                                        () -> {
                                            negotiation.offerMade();
                                            promises.keep(promise, live().localSdp());
                                        },
                                        why -> offerFailed(promise, why)));
            }
            case Move.Await() -> promises.follow(offering, promise);
            case Move.Repeat() -> promises.keep(promise, live().localSdp());
            case Move.Refuse(Reason reason, String why) -> promises.breakOff(promise, reason, why);
            case Move.Apply() -> throw new IllegalStateException("an offer is not applied");
        }
    }

    private void offerFailed(CompletableFuture<?> promise, String why) {
        negotiation.offerFailed();
        promises.breakOff(promise, Reason.ENGINE_BROKE, "The media engine made no offer: " + why);
    }

    CompletableFuture<Void> answer(String sdp) {
        return ask(promise -> {
            if (negotiation.answer() instanceof Move.Refuse(Reason reason, String why)) {
                promises.breakOff(promise, reason, why);
                return;
            }
            Optional<String> flaw = AnswerCheck.flaw(live().localSdp(), sdp);
            if (flaw.isPresent()) {
                answerRefused(promise, flaw.get());
                return;
            }
            live().answer(
                            sdp,
                            taken(
                                    () -> {
                                        negotiation.answerTaken();
                                        promises.keep(promise);
                                    },
                                    why -> answerRefused(promise, why)));
        });
    }

    private void answerRefused(CompletableFuture<?> promise, String why) {
        negotiation.answerFailed();
        promises.breakOff(promise, Reason.BAD_DESCRIPTION, "The answer was not taken: " + why);
    }

    CompletableFuture<ConnectionStats> stats() {
        return ask(promise -> live().stats(report -> promises.keep(promise, report.read(System.nanoTime()))));
    }

    /// The library tells it on threads of its own.
    private Peer.Taken taken(Runnable done, Consumer<String> failed) {
        return new Peer.Taken() {
            @Override
            public void done() {
                run(peer -> done.run());
            }

            @Override
            public void failed(String why) {
                run(peer -> failed.accept(why));
            }
        };
    }

    private <T> CompletableFuture<T> ask(Consumer<CompletableFuture<T>> work) {
        CompletableFuture<T> promise = promises.make();
        boolean taken = thread.tryExecute(() -> {
            try {
                work.accept(promise);
            } catch (RuntimeException | LinkageError broken) {
                offerFailed(promise, String.valueOf(broken.getMessage()));
            }
        });
        if (!taken) {
            promises.breakOff(promise, Reason.CLOSED, "The media connection is closed.");
        }
        return promises.copy(promise);
    }

    private Peer live() {
        if (peer == null) {
            throw new IllegalStateException("no native connection");
        }
        return peer;
    }

    /// Ends behind what was asked for, and waits for it.
    ///
    /// @param before done first: nothing comes or goes any more
    /// @param after done when nothing native is left
    void close(Runnable before, Runnable after) {
        before.run();
        thread.finish(() -> {
            negotiation.close();
            Peer last = peer;
            peer = null;
            if (last != null) {
                last.dispose();
            }
            promises.breakOffAll(Reason.CLOSED, "The media connection was closed.");
            after.run();
        });
        thread.await();
    }
}
