// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import dev.duet.client.call.machine.CallEvent.Counted;
import dev.duet.client.call.machine.CallEvent.SessionEnded;
import dev.duet.client.call.state.CallDirection;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.call.state.EndSide;
import java.time.Instant;

/// The life of one call as a pure function: the server's word decides every race.
public final class CallMachine {
    private CallMachine() {}

    public static Step advance(Stage stage, CallEvent event, Parties parties, Instant now) {
        Turn turn = new Turn(stage, parties, now);
        if (event instanceof SessionEnded gone && !(stage instanceof Stage.Ended)) {
            return sessionEnded(gone, turn);
        }
        return switch (stage) {
            case Stage.Before before ->
                parties.direction() == CallDirection.OUTGOING
                        ? Calling.advance(before, event, turn)
                        : Called.advance(before, event, turn);
            case Stage.Accepting accepting -> Accepting.advance(accepting, event, turn);
            case Stage.Connecting connecting -> InRoom.connecting(connecting, event, turn);
            case Stage.Talking talking -> InRoom.talking(event, turn);
            case Stage.Ended ended -> event instanceof Counted counted ? turn.counted(ended, counted) : turn.stay();
        };
    }

    private static Step sessionEnded(SessionEnded gone, Turn turn) {
        EndReason reason = gone.by() == EndSide.LOCAL ? EndReason.HANGUP : EndReason.END_BY_SERVER;
        return turn.over(reason, gone.by(), CallEffect.LEAVE_ROOM);
    }
}
