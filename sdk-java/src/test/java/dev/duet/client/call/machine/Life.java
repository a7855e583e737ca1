// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import dev.duet.client.Result;
import dev.duet.client.call.state.CallDirection;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.call.state.EndSide;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One call under manual time, with alice on the other side.
final class Life {
    static final Instant START = Instant.EPOCH;
    private static final Instant PATIENCE = START.plusSeconds(40);

    private final Parties parties;
    final List<CallEffect> effects = new ArrayList<>();
    Stage stage;
    Instant now = START;

    private Life(CallDirection direction, Stage stage) {
        this.parties = new Parties("alice", direction);
        this.stage = stage;
    }

    static Life outgoing() {
        return new Life(CallDirection.OUTGOING, Stage.dialling(PATIENCE));
    }

    static Life incoming() {
        return new Life(CallDirection.INCOMING, Stage.ringing(PATIENCE));
    }

    static Life rung() {
        return outgoing().on(new CallEvent.Invited(), new CallEvent.Delivered());
    }

    static Life answered() {
        return incoming().on(new CallEvent.Accept(), new CallEvent.AcceptSent());
    }

    static Life talking() {
        return rung().on(new CallEvent.Accepted())
                .on(new CallEvent.Entered(null), new CallEvent.PeerEntered(null), new CallEvent.Flowing());
    }

    static Result<Void> refusal(String why) {
        return Result.refused(-1, why);
    }

    Life on(CallEvent... events) {
        for (CallEvent event : events) {
            Step step = CallMachine.advance(stage, event, parties, now);
            stage = step.stage();
            effects.addAll(step.effects());
        }
        return this;
    }

    Life at(long millis) {
        now = START.plusMillis(millis);
        return this;
    }

    /// Time passes; the machine is woken if it wants to be.
    Life pass(Duration time) {
        now = now.plus(time);
        boolean due = stage.wakeAt().filter(at -> !at.isAfter(now)).isPresent();
        return due ? on(new CallEvent.Wake()) : this;
    }

    CallState state() {
        return stage.shown();
    }

    /// As `HANGUP by LOCAL`; what it is instead when it has not ended.
    String ending() {
        return state() instanceof CallState.Ended end ? ending(end.reason(), end.side()) : state().toString();
    }

    static String ending(EndReason reason, EndSide side) {
        return reason + " by " + side;
    }

    String message() {
        return state() instanceof CallState.Ended end ? end.message() : state().toString();
    }
}
