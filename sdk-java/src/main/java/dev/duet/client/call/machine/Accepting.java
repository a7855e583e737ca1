// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import dev.duet.client.call.machine.CallEvent.AcceptRefused;
import dev.duet.client.call.machine.CallEvent.Arriving;
import dev.duet.client.call.machine.CallEvent.Entered;
import dev.duet.client.call.machine.CallEvent.OfAnswering;
import dev.duet.client.call.machine.Stage.Connecting;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.call.state.EndSide;

/// An incoming call that was answered here, until the server says who was first.
final class Accepting {
    private Accepting() {}

    static Step advance(Stage.Accepting stage, CallEvent event, Turn turn) {
        return switch (event) {
            case OfAnswering news -> answering(stage, news, turn);
            // Both called each other, and the server made one accepted call of it.
            case CallEvent.Accepted accepted -> connect(turn);
            case Arriving news -> arriving(news, turn);
            case CallEvent.Silencing news -> Called.silenced(news, turn);
            case CallEvent.Leaving leaving ->
                stage.asked()
                        ? turn.over(EndReason.HANGUP, EndSide.LOCAL, CallEffect.MEET_AND_LEAVE)
                        : turn.over(EndReason.REJECT, EndSide.LOCAL, CallEffect.SEND_REJECT);
            case CallEvent.NoMicrophone none ->
                turn.over(EndReason.DEVICE_ERROR, EndSide.LOCAL, none.why(), wayOut(stage));
            case CallEvent.Wake wake -> turn.isDue(stage) ? turn.over(EndReason.UNKNOWN, EndSide.SERVER) : turn.stay();
            case CallEvent.OfDialling other -> turn.stay();
            case CallEvent.Departing other -> turn.stay();
            case CallEvent.SessionEnded other -> turn.stay();
            case CallEvent.Counted other -> turn.stay();
        };
    }

    private static Step answering(Stage.Accepting stage, OfAnswering news, Turn turn) {
        return switch (news) {
            case CallEvent.Accept accept -> turn.stay();
            case CallEvent.AcceptSent sent -> turn.to(new Stage.Accepting(true, stage.until()));
            case CallEvent.AcceptDone done -> connect(turn);
            case AcceptRefused refusal ->
                // Something else ended it first; what it was is told, if it has not been yet.
                refusal.over()
                        ? turn.to(new Stage.Accepting(stage.asked(), turn.wordDue()))
                        : turn.over(EndReason.CONNECTION_LOST, EndSide.LOCAL, refusal.why());
        };
    }

    private static Step arriving(Arriving news, Turn turn) {
        // The server took this device in before its answer was read.
        return news instanceof Entered
                ? turn.to(Connecting.from(turn.now()).entered(), CallEffect.ENTER_ROOM)
                : turn.stay();
    }

    private static Step connect(Turn turn) {
        return turn.to(Connecting.from(turn.now()), CallEffect.ENTER_ROOM);
    }

    private static CallEffect wayOut(Stage.Accepting stage) {
        return stage.asked() ? CallEffect.MEET_AND_LEAVE : CallEffect.SEND_REJECT;
    }
}
