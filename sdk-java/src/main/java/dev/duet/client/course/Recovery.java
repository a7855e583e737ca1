// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the media connection of a stay in a room fares. A value: each step makes a new one.
public sealed interface Recovery {
    /// The times of the guide's connection loss timeline.
    Duration TELL = Duration.ofSeconds(8);

    Duration FIRST_RETRY = Duration.ofSeconds(11);
    Duration NEXT_RETRY = Duration.ofSeconds(24);
    /// A disconnection often heals by itself within a second; restarting then would only delay it.
    Duration PATIENCE = Duration.ofSeconds(1);
    /// A first connection that takes longer than this is worth another try.
    Duration FIRST_CONNECTION = Duration.ofSeconds(6);

    record Connected() implements Recovery {}

    /// Media does not flow.
    ///
    /// @param restartAt when to restart ICE next; null while a restart is under way
    /// @param tellAt when to say that the connection is lost; null once said
    /// @param retryAt when to say next that it is tried again
    record Broken(
            Instant since,
            @Nullable Instant restartAt,
            int restarts,
            @Nullable Instant tellAt,
            Instant retryAt) implements Recovery {

        private static Broken from(Instant now, Instant restartAt) {
            return new Broken(now, restartAt, 0, now.plus(TELL), now.plus(FIRST_RETRY));
        }

        private Broken restartAt(@Nullable Instant at) {
            return new Broken(since, at, restarts, tellAt, retryAt);
        }

        private Broken restarted(Instant now) {
            return new Broken(since, now.plus(pause()), restarts + 1, tellAt, retryAt);
        }

        /// A new address is often known a moment after the old one went, so the second try comes soon.
        private Duration pause() {
            return Duration.ofMillis(Math.min(8_000, 500L << Math.min(restarts, 4)));
        }

        private Step whenDue(Instant now, Duration giveUpAfter) {
            if (!now.isBefore(since.plus(giveUpAfter))) {
                return new Step(new Over(), List.of(Effect.GIVE_UP));
            }
            List<Effect> effects = new ArrayList<>(3);
            boolean tells = isDue(tellAt, now);
            boolean retries = isDue(retryAt, now);
            boolean restarts = isDue(restartAt, now);
            if (tells) {
                effects.add(Effect.CONNECTION_LOST);
            }
            if (retries) {
                effects.add(Effect.TRY_TO_RECONNECT);
            }
            if (restarts) {
                effects.add(Effect.RESTART);
            }
            Broken next = new Broken(
                    since,
                    restarts ? null : restartAt,
                    this.restarts,
                    tells ? null : tellAt,
                    retries ? now.plus(NEXT_RETRY) : retryAt);
            return new Step(next, effects);
        }

        private static boolean isDue(@Nullable Instant at, Instant now) {
            return at != null && !now.isBefore(at);
        }
    }

    /// Given up; nothing changes that.
    record Over() implements Recovery {}

    enum Event {
        CONNECTED,
        DISCONNECTED,
        FAILED,
        NETWORK_CHANGED,
        RESTART_ENDED,
        WAKE
    }

    enum Effect {
        RESTART,
        CONNECTION_LOST,
        TRY_TO_RECONNECT,
        RECOVERED,
        GIVE_UP
    }

    /// The state after an event, and what must happen, in order.
    record Step(Recovery next, List<Effect> effects) {
        public Step {
            effects = List.copyOf(effects);
        }

        private static Step to(Recovery next) {
            return new Step(next, List.of());
        }
    }

    /// The state right after entering: not connected yet.
    static Recovery connecting(Instant now) {
        return Broken.from(now, now.plus(FIRST_CONNECTION));
    }

    /// What an event makes of it.
    ///
    /// @param giveUpAfter how long a broken connection is repaired
    default Step on(Event event, Instant now, Duration giveUpAfter) {
        return switch (this) {
            case Over over -> Step.to(over);
            case Connected connected -> whileConnected(connected, event, now);
            case Broken broken -> whileBroken(broken, event, now, giveUpAfter);
        };
    }

    private static Step whileConnected(Connected state, Event event, Instant now) {
        return switch (event) {
            case DISCONNECTED -> Step.to(Broken.from(now, now.plus(PATIENCE)));
            case FAILED -> Step.to(Broken.from(now, now));
            case NETWORK_CHANGED -> new Step(state, List.of(Effect.RESTART));
            case CONNECTED, RESTART_ENDED, WAKE -> Step.to(state);
        };
    }

    private static Step whileBroken(Broken state, Event event, Instant now, Duration giveUpAfter) {
        return switch (event) {
            case CONNECTED -> new Step(new Connected(), state.tellAt() == null ? List.of(Effect.RECOVERED) : List.of());
            case FAILED, NETWORK_CHANGED -> Step.to(state.restartAt() == null ? state : state.restartAt(now));
            case RESTART_ENDED -> Step.to(state.restarted(now));
            case DISCONNECTED -> Step.to(state);
            case WAKE -> state.whenDue(now, giveUpAfter);
        };
    }

    /// When to give it a WAKE.
    default Optional<Instant> wakeAt(Duration giveUpAfter) {
        return switch (this) {
            case Connected connected -> Optional.empty();
            case Over over -> Optional.empty();
            case Broken(Instant since, var restartAt, int restarts, var tellAt, Instant retryAt) ->
                Stream.of(
                                Optional.of(since.plus(giveUpAfter)),
                                Optional.ofNullable(restartAt),
                                Optional.ofNullable(tellAt),
                                Optional.of(retryAt))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo);
        };
    }
}
