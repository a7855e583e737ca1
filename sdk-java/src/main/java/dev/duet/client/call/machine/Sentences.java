// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import dev.duet.client.call.state.CallDirection;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.call.state.EndSide;

/// Why a call ended, in one sentence for people.
final class Sentences {
    private Sentences() {}

    static String of(EndReason reason, EndSide side, Parties parties) {
        String peer = parties.peer();
        boolean here = side == EndSide.LOCAL;
        return switch (reason) {
            case HANGUP -> who(here, peer) + " ended the call.";
            case REJECT -> who(here, peer) + " declined the call.";
            case CANCELED -> who(here, peer) + " cancelled the call.";
            case LINE_BUSY -> here ? "You are in another call." : peer + " is in another call.";
            case NO_RESPONSE -> unanswered(parties);
            case OFFLINE -> peer + " could not be reached.";
            case OTHER_DEVICE_ACCEPTED -> "You answered on another device.";
            case OTHER_DEVICE_REJECT -> "You declined on another device.";
            case END_BY_SERVER -> "The server ended the call.";
            case DEVICE_ERROR -> "The microphone could not be used.";
            case CONNECTION_LOST ->
                side == EndSide.REMOTE ? peer + " lost the connection." : "The connection was lost.";
            case UNKNOWN -> "The call ended.";
        };
    }

    private static String who(boolean here, String peer) {
        return here ? "You" : peer;
    }

    private static String unanswered(Parties parties) {
        return parties.direction() == CallDirection.OUTGOING
                ? parties.peer() + " did not answer."
                : "You missed a call from " + parties.peer() + '.';
    }
}
