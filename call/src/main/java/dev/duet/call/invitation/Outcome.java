// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.invitation;

import dev.duet.frame.InvitationInfo;

/// How an invitation ended; there is exactly one.
public enum Outcome {
    ACCEPTED(InvitationInfo.Outcome.ACCEPTED),
    REJECTED(InvitationInfo.Outcome.REJECTED),
    /// Rejected by the server because the invitee was busy.
    BUSY(InvitationInfo.Outcome.REJECTED),
    CANCELLED(InvitationInfo.Outcome.CANCELLED),
    TIMED_OUT(InvitationInfo.Outcome.TIMED_OUT);

    private final InvitationInfo.Outcome shown;

    Outcome(InvitationInfo.Outcome shown) {
        this.shown = shown;
    }

    /// The outcome as clients see it.
    public InvitationInfo.Outcome shown() {
        return shown;
    }

    /// Whether the call goes on from here.
    public boolean leadsToRoom() {
        return this == ACCEPTED;
    }
}
