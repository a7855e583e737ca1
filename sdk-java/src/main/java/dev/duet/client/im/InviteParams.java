// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import org.jspecify.annotations.Nullable;

/// What an invitation is made of. `timeout` in seconds, 0 rings until somebody answers; `onlineUserOnly` tells only
/// devices that are logged in at this moment; `inviteID` is of the caller's own making, as a UUID, and made by the SDK
/// when it is null.
public record InviteParams(
        String invitee,
        String data,
        int timeout,
        boolean onlineUserOnly,
        @Nullable OfflinePushInfo offlinePushInfo,
        @Nullable String inviteID) {
    private static final int USUAL_TIMEOUT_SECONDS = 30;

    /// Rings for 30 s, also after the invitee has come online.
    public InviteParams(String invitee, String data) {
        this(invitee, data, USUAL_TIMEOUT_SECONDS, false, null, null);
    }

    /// With another time to ring.
    ///
    /// @param seconds 0 to 86400
    public InviteParams withTimeout(int seconds) {
        return new InviteParams(invitee, data, seconds, onlineUserOnly, offlinePushInfo, inviteID);
    }

    public InviteParams toOnlineUserOnly() {
        return new InviteParams(invitee, data, timeout, true, offlinePushInfo, inviteID);
    }

    public InviteParams withOfflinePushInfo(OfflinePushInfo info) {
        return new InviteParams(invitee, data, timeout, onlineUserOnly, info, inviteID);
    }

    public InviteParams withInviteID(String id) {
        return new InviteParams(invitee, data, timeout, onlineUserOnly, offlinePushInfo, id);
    }
}
