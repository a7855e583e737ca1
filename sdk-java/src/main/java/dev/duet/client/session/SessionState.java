// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.client.Result;
import dev.duet.frame.ServerEvent.KickReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a session is.
public sealed interface SessionState {

    /// `kept`: what a session knew whose ticket expired; whoever signs in again goes on from there.
    record SignedOut(Result<Void> why, @Nullable Knowledge kept) implements SessionState {}

    record Kicked(KickReason reason) implements SessionState {}

    /// Signed in, or on the way to it: requests are taken.
    sealed interface Active extends SessionState {
        Desk desk();
    }

    /// On the way to being online.
    sealed interface Underway extends Active {
        Link link();

        /// Failed attempts in a row.
        int attempt();

        Underway on(Link next, int nextAttempt);

        default Underway on(Link next) {
            return on(next, attempt());
        }
    }

    /// Before the first login; gives up at `until`, so that whoever waits for the login learns of it.
    record Connecting(Desk desk, Link link, int attempt, Instant until, Result<Void> lastFailure) implements Underway {
        @Override
        public Underway on(Link next, int nextAttempt) {
            return new Connecting(desk, next, nextAttempt, until, lastFailure);
        }
    }

    /// Was online; keeps trying until it is again.
    record Resuming(Desk desk, Link link, int attempt) implements Underway {
        @Override
        public Underway on(Link next, int nextAttempt) {
            return new Resuming(desk, next, nextAttempt);
        }
    }

    /// `probeUntil`: when a socket that was asked for a sign of life counts as dead.
    record Online(
            Desk desk,
            Instant heardAt,
            Duration heartbeat,
            @Nullable Instant probeUntil) implements Active {
        Online heard(Instant now) {
            return new Online(desk, now, heartbeat, null);
        }

        /// A probe is due by then at the latest.
        Online probed(Instant until) {
            boolean sooner = probeUntil == null || until.isBefore(probeUntil);
            return new Online(desk, heardAt, heartbeat, sooner ? until : probeUntil);
        }

        Instant deadline() {
            return probeUntil == null ? heardAt.plus(heartbeat) : probeUntil;
        }
    }

    /// How far the way to being online is, and until when the step may take.
    sealed interface Link {
        Instant until();

        record Ticket(Instant until) implements Link {}

        record Opening(Instant until) implements Link {}

        record LoggingIn(Instant until) implements Link {}

        record Waiting(Instant until) implements Link {}
    }
}
