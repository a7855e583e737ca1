// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.rule;

import dev.duet.id.AppId;
import dev.duet.id.UserId;
import org.jspecify.annotations.Nullable;

/// Who signs in where, as it passed the check.
///
/// @param server an origin; null means the one where the user is signed in already
public record Login(
        AppId sdkAppId,
        UserId userId,
        String userSig,
        @Nullable String server) {
    public Login withUserSig(String ticket) {
        return new Login(sdkAppId, userId, ticket, server);
    }

    /// Without the ticket.
    @Override
    public String toString() {
        return "Login[sdkAppId=" + sdkAppId + ", userId=" + userId + ", server=" + server + ']';
    }
}
