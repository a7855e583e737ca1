// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ringing;

import dev.duet.call.invitation.PushNote;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;

/// What wakes sleeping devices.
public interface PushOrders {

    void push(PushNote note);

    /// The invitation has ended: a push still waiting is pointless, one already sent rings for nothing.
    void withdraw(InviteId inviteId, UserId invitee);
}
