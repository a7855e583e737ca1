// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import dev.duet.client.call.machine.CallEvent.AnsweredElsewhere;
import dev.duet.client.call.machine.CallEvent.Arriving;
import dev.duet.client.call.machine.CallEvent.Cancelled;
import dev.duet.client.call.machine.CallEvent.Entered;
import dev.duet.client.call.machine.CallEvent.InviteRefused;
import dev.duet.client.call.machine.CallEvent.OfDialling;
import dev.duet.client.call.machine.CallEvent.Silencing;
import dev.duet.client.call.machine.CallEvent.TimedOut;
import dev.duet.client.call.machine.Stage.Before;
import dev.duet.client.call.machine.Stage.Connecting;
import dev.duet.client.call.machine.Stage.Inviting;
import dev.duet.client.call.machine.Stage.Ringing;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.call.state.EndSide;
import dev.duet.client.call.state.RejectReason;

/// An outgoing call that has not been answered.
final class Calling {
    private Calling() {}

    static Step advance(Before stage, CallEvent event, Turn turn) {
        return switch (event) {
            case OfDialling news -> dialling(stage, news, turn);
            case Silencing news -> silenced(stage, news, turn);
            case CallEvent.Accepted accepted ->
                stage.cancelling()
                        ? turn.over(EndReason.HANGUP, EndSide.LOCAL, CallEffect.MEET_AND_LEAVE)
                        : turn.to(Connecting.from(turn.now()), CallEffect.ENTER_ROOM);
            case Arriving news -> arriving(news, turn);
            case CallEvent.Leaving leaving ->
                stage.cancelling() ? turn.stay() : turn.to(stage.cancelled(turn.wordDue()), CallEffect.SEND_CANCEL);
            case CallEvent.NoMicrophone none ->
                turn.over(EndReason.DEVICE_ERROR, EndSide.LOCAL, none.why(), CallEffect.SEND_CANCEL);
            case CallEvent.Wake wake -> wake(stage, turn);
            case CallEvent.OfAnswering other -> turn.stay();
            case CallEvent.Departing other -> turn.stay();
            case CallEvent.SessionEnded other -> turn.stay();
            case CallEvent.Counted other -> turn.stay();
        };
    }

    private static Step dialling(Before stage, OfDialling news, Turn turn) {
        return switch (news) {
            case CallEvent.Invited invited -> stage instanceof Inviting ? turn.to(stage.rung(false)) : turn.stay();
            case InviteRefused refusal -> refused(stage, refusal, turn);
            case CallEvent.AlreadyInCall other -> turn.over(EndReason.LINE_BUSY, EndSide.LOCAL);
            case CallEvent.Delivered delivered -> turn.to(stage.rung(true));
            case CallEvent.Rejected rejected ->
                turn.over(
                        rejected.reason() == RejectReason.BUSY ? EndReason.LINE_BUSY : EndReason.REJECT,
                        EndSide.REMOTE);
            case CallEvent.CancelDone done -> turn.over(EndReason.CANCELED, EndSide.LOCAL);
        };
    }

    private static Step refused(Before stage, InviteRefused refusal, Turn turn) {
        if (stage.cancelling()) {
            return turn.over(EndReason.CANCELED, EndSide.LOCAL);
        }
        return refusal.lost()
                ? turn.over(EndReason.CONNECTION_LOST, EndSide.LOCAL, refusal.why())
                : turn.over(EndReason.UNKNOWN, EndSide.SERVER, refusal.why());
    }

    private static Step silenced(Before stage, Silencing news, Turn turn) {
        return switch (news) {
            case Cancelled cancelled -> turn.over(EndReason.CANCELED, cancelled.side());
            case TimedOut timedOut -> {
                boolean rang = stage instanceof Ringing ringing && ringing.delivered();
                yield turn.over(rang ? EndReason.NO_RESPONSE : EndReason.OFFLINE, EndSide.REMOTE);
            }
            case AnsweredElsewhere other -> turn.stay();
        };
    }

    private static Step arriving(Arriving news, Turn turn) {
        // The server took this warm device in: somebody has answered.
        return news instanceof Entered
                ? turn.to(Connecting.from(turn.now()).entered(), CallEffect.ENTER_ROOM)
                : turn.stay();
    }

    private static Step wake(Before stage, Turn turn) {
        if (!turn.isDue(stage)) {
            return turn.stay();
        }
        // Nobody has said how it ended: the connection to the server is gone.
        return stage.cancelling()
                ? turn.over(EndReason.CANCELED, EndSide.LOCAL)
                : turn.over(EndReason.CONNECTION_LOST, EndSide.LOCAL, CallEffect.SEND_CANCEL);
    }
}
