// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import dev.duet.client.call.machine.CallEvent.Accept;
import dev.duet.client.call.machine.CallEvent.AnsweredElsewhere;
import dev.duet.client.call.machine.CallEvent.Cancelled;
import dev.duet.client.call.machine.CallEvent.HangUp;
import dev.duet.client.call.machine.CallEvent.Leaving;
import dev.duet.client.call.machine.CallEvent.OfAnswering;
import dev.duet.client.call.machine.CallEvent.Reject;
import dev.duet.client.call.machine.CallEvent.Silencing;
import dev.duet.client.call.machine.CallEvent.TimedOut;
import dev.duet.client.call.machine.Stage.Before;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.call.state.EndSide;
import dev.duet.client.call.state.RejectReason;

/// An incoming call that has not been answered.
final class Called {
    private Called() {}

    static Step advance(Before stage, CallEvent event, Turn turn) {
        return switch (event) {
            case OfAnswering news -> answering(stage, news, turn);
            case Leaving leaving -> declined(leaving, turn);
            case Silencing news -> silenced(news, turn);
            case CallEvent.Wake wake ->
                turn.isDue(stage) ? turn.over(EndReason.NO_RESPONSE, EndSide.LOCAL) : turn.stay();
            case CallEvent.OfDialling other -> turn.stay();
            case CallEvent.Accepted other -> turn.stay();
            case CallEvent.Arriving other -> turn.stay();
            case CallEvent.Departing other -> turn.stay();
            case CallEvent.NoMicrophone other -> turn.stay();
            case CallEvent.SessionEnded other -> turn.stay();
            case CallEvent.Counted other -> turn.stay();
        };
    }

    private static Step answering(Before stage, OfAnswering news, Turn turn) {
        return news instanceof Accept ? turn.to(new Stage.Accepting(false, stage.until())) : turn.stay();
    }

    private static Step declined(Leaving leaving, Turn turn) {
        return switch (leaving) {
            case HangUp hangUp -> turn.over(EndReason.REJECT, EndSide.LOCAL, CallEffect.SEND_REJECT);
            case Reject reject ->
                reject.reason() == RejectReason.BUSY
                        ? turn.over(EndReason.LINE_BUSY, EndSide.LOCAL, CallEffect.SEND_BUSY)
                        : turn.over(EndReason.REJECT, EndSide.LOCAL, CallEffect.SEND_REJECT);
        };
    }

    static Step silenced(Silencing news, Turn turn) {
        return switch (news) {
            case Cancelled cancelled -> turn.over(EndReason.CANCELED, cancelled.side());
            case TimedOut timedOut -> turn.over(EndReason.NO_RESPONSE, EndSide.LOCAL);
            case AnsweredElsewhere elsewhere ->
                turn.over(
                        elsewhere.accepted() ? EndReason.OTHER_DEVICE_ACCEPTED : EndReason.OTHER_DEVICE_REJECT,
                        EndSide.LOCAL);
        };
    }
}
