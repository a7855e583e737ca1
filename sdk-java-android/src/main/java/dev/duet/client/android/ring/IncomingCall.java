// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

import java.time.Instant;
import java.util.Objects;

/// A call that rings here.
///
/// @param inviteID of the invitation
/// @param caller the caller's user id; empty when a push did not tell it
/// @param name for people; empty when nobody told it
/// @param video whether the caller wants to be seen
/// @param until when it stops to ring by itself
/// @param ext what the caller gave for pushes, as it came; empty when there was none
public record IncomingCall(String inviteID, String caller, String name, boolean video, Instant until, String ext) {
    public IncomingCall {
        if (inviteID.isEmpty()) {
            throw new IllegalArgumentException("inviteID is empty");
        }
        Objects.requireNonNull(until);
    }

    /// What people read: the name, else the id.
    public String label() {
        return name.isEmpty() ? caller : name;
    }

    /// The same call, told of once more: what is empty there is kept from here, and the earlier end counts.
    IncomingCall and(IncomingCall later) {
        return new IncomingCall(
                inviteID,
                later.caller.isEmpty() ? caller : later.caller,
                later.name.isEmpty() ? name : later.name,
                later.video || video,
                later.until.isBefore(until) ? later.until : until,
                later.ext.isEmpty() ? ext : later.ext);
    }
}
