// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import dev.duet.client.Result;
import dev.duet.client.call.machine.CallEvent.Arriving;
import dev.duet.client.call.machine.CallEvent.Departing;
import dev.duet.client.call.machine.CallEvent.PeerLeft;
import dev.duet.client.call.machine.CallEvent.RoomEnd;
import dev.duet.client.call.machine.CallEvent.RoomEnded;
import dev.duet.client.call.machine.Stage.Connecting;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.call.state.EndSide;
import dev.duet.client.course.RoomCode;

/// An answered call, on the way to its room and in it.
final class InRoom {
    private static final Result<Void> NOT_CONNECTED =
            Result.refused(RoomCode.ENTER_ROOM_FAILED, "The call could not be connected.");

    private InRoom() {}

    static Step connecting(Connecting stage, CallEvent event, Turn turn) {
        return switch (event) {
            case Arriving news -> arriving(stage, news, turn);
            case CallEvent.Leaving leaving -> turn.over(EndReason.HANGUP, EndSide.LOCAL, wayOut(stage));
            case CallEvent.NoMicrophone none ->
                turn.over(EndReason.DEVICE_ERROR, EndSide.LOCAL, none.why(), wayOut(stage));
            case CallEvent.Wake wake ->
                turn.isDue(stage)
                        ? turn.over(EndReason.CONNECTION_LOST, EndSide.LOCAL, NOT_CONNECTED, CallEffect.LEAVE_ROOM)
                        : turn.stay();
            case Departing news -> departing(news, turn);
            case CallEvent.OfDialling other -> turn.stay();
            case CallEvent.Silencing other -> turn.stay();
            case CallEvent.OfAnswering other -> turn.stay();
            case CallEvent.Accepted other -> turn.stay();
            case CallEvent.SessionEnded other -> turn.stay();
            case CallEvent.Counted other -> turn.stay();
        };
    }

    static Step talking(CallEvent event, Turn turn) {
        return switch (event) {
            case CallEvent.Leaving leaving -> turn.over(EndReason.HANGUP, EndSide.LOCAL, CallEffect.LEAVE_ROOM);
            case Departing news -> departing(news, turn);
            case CallEvent.OfDialling other -> turn.stay();
            case CallEvent.Silencing other -> turn.stay();
            case CallEvent.OfAnswering other -> turn.stay();
            case CallEvent.Accepted other -> turn.stay();
            case CallEvent.Arriving other -> turn.stay();
            case CallEvent.NoMicrophone other -> turn.stay();
            case CallEvent.SessionEnded other -> turn.stay();
            case CallEvent.Counted other -> turn.stay();
            case CallEvent.Wake other -> turn.stay();
        };
    }

    private static Step arriving(Connecting stage, Arriving news, Turn turn) {
        return switch (news) {
            case CallEvent.Entered entered -> turn.to(stage.entered().joined(turn.since(entered.since())));
            case CallEvent.PeerEntered entered -> turn.to(stage.met().joined(turn.since(entered.since())));
            case CallEvent.Flowing flowing -> turn.to(stage.withMedia().joined(turn.now()));
            case CallEvent.EnterRefused refusal -> turn.over(EndReason.UNKNOWN, EndSide.SERVER, refusal.why());
        };
    }

    private static Step departing(Departing news, Turn turn) {
        return switch (news) {
            case PeerLeft left -> turn.counting(left.talked(), peerLeft(left, turn));
            case RoomEnded ended ->
                ended.why() == RoomEnd.LOST
                        ? turn.over(EndReason.CONNECTION_LOST, EndSide.LOCAL, CallEffect.LEAVE_ROOM)
                        : turn.over(EndReason.END_BY_SERVER, EndSide.SERVER);
        };
    }

    private static Step peerLeft(PeerLeft left, Turn turn) {
        return switch (left.reason()) {
            case LEFT -> turn.over(EndReason.HANGUP, EndSide.REMOTE, CallEffect.LEAVE_ROOM);
            case TIMED_OUT -> turn.over(EndReason.CONNECTION_LOST, EndSide.REMOTE, CallEffect.LEAVE_ROOM);
            case KICKED -> turn.over(EndReason.END_BY_SERVER, EndSide.SERVER, CallEffect.LEAVE_ROOM);
        };
    }

    /// Somebody who is not there yet would wait for nobody.
    private static CallEffect wayOut(Connecting stage) {
        return stage.peerInside() ? CallEffect.LEAVE_ROOM : CallEffect.MEET_AND_LEAVE;
    }
}
