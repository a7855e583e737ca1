// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.machine;

import dev.duet.client.media.MediaException.Reason;

/// Offers and answers of one connection: whatever is asked, it says what to do, and never two things at a time.
public final class Negotiation {
    /// Where it stands.
    public enum Phase {
        FRESH,
        OFFERING,
        OFFERED,
        ANSWERING,
        STABLE,
        CLOSED
    }

    /// What to do about a call of the app.
    public sealed interface Move {
        /// Make an offer; say so with [#offerMade] or [#offerFailed].
        record Create(boolean newIce) implements Move {}

        /// The offer that is being made is the one.
        record Await() implements Move {}

        /// The offer that was made is the one.
        record Repeat() implements Move {}

        /// Apply the answer; say so with [#answerTaken] or [#answerFailed].
        record Apply() implements Move {}

        record Refuse(Reason reason, String why) implements Move {}
    }

    private static final Move CLOSED = new Move.Refuse(Reason.CLOSED, "The media connection is closed.");
    private static final Move BUSY =
            new Move.Refuse(Reason.WRONG_MOMENT, "Another negotiation goes on; wait for its future.");
    private static final Move UNASKED =
            new Move.Refuse(Reason.WRONG_MOMENT, "There is no offer to answer; ask for one first.");
    private static final Move NOT_YET =
            new Move.Refuse(Reason.WRONG_MOMENT, "Nothing was negotiated that could be restarted; ask for an offer.");
    private static final Move NO_MORE = new Move.Refuse(
            Reason.WRONG_MOMENT, "One offer lasts for the whole stay; ask for a restart, or open another connection.");

    private Phase phase = Phase.FRESH;
    private Phase before = Phase.FRESH;
    private boolean answered;

    public Phase phase() {
        return phase;
    }

    public Move offer() {
        return switch (phase) {
            case FRESH -> create(false);
            case OFFERING -> new Move.Await();
            case OFFERED -> new Move.Repeat();
            case ANSWERING -> BUSY;
            case STABLE -> NO_MORE;
            case CLOSED -> CLOSED;
        };
    }

    public Move restart() {
        return switch (phase) {
            case FRESH -> NOT_YET;
            case OFFERING, ANSWERING -> BUSY;
            case OFFERED -> answered ? create(true) : NOT_YET;
            case STABLE -> create(true);
            case CLOSED -> CLOSED;
        };
    }

    public Move answer() {
        return switch (phase) {
            case FRESH, STABLE -> UNASKED;
            case OFFERING, ANSWERING -> BUSY;
            case OFFERED -> {
                phase = Phase.ANSWERING;
                yield new Move.Apply();
            }
            case CLOSED -> CLOSED;
        };
    }

    private Move create(boolean newIce) {
        before = phase;
        phase = Phase.OFFERING;
        return new Move.Create(newIce);
    }

    public void offerMade() {
        leave(Phase.OFFERING, Phase.OFFERED);
    }

    public void offerFailed() {
        leave(Phase.OFFERING, before);
    }

    public void answerTaken() {
        answered |= phase == Phase.ANSWERING;
        leave(Phase.ANSWERING, Phase.STABLE);
    }

    /// The offer still waits for a better answer.
    public void answerFailed() {
        leave(Phase.ANSWERING, Phase.OFFERED);
    }

    public void close() {
        phase = Phase.CLOSED;
    }

    /// Whether the app may still be told of what goes on.
    public boolean open() {
        return phase != Phase.CLOSED;
    }

    private void leave(Phase from, Phase to) {
        if (phase == from) {
            phase = to;
        }
    }
}
