// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes tickets for the users of one app. The clock is the caller's.
public final class UserSigMint {
    private final AppId sdkAppId;
    private final AppSecret secret;

    public UserSigMint(AppId sdkAppId, AppSecret secret) {
        this.sdkAppId = sdkAppId;
        this.secret = secret;
    }

    /// A UserSig valid from now on, in whole seconds.
    ///
    /// @throws IllegalArgumentException when the life is shorter than a second
    public String mint(UserId user, Instant now, Duration life) {
        return ticket(user, now, life, null);
    }

    /// A PrivateMapKey: a ticket that also permits the user to enter the room.
    ///
    /// @throws IllegalArgumentException when the life is shorter than a second or ends after the year 2106
    public String mintPrivateMapKey(UserId user, RoomId room, Set<Privilege> privileges, Instant now, Duration life) {
        long expiresAt = now.getEpochSecond() + life.toSeconds();
        return ticket(user, now, life, new RoomPermit(sdkAppId, user, room, expiresAt, privileges).encode());
    }

    private String ticket(UserId user, Instant now, Duration life, @Nullable String userbuf) {
        if (life.toSeconds() < 1) {
            throw new IllegalArgumentException("a ticket must live for a second or longer");
        }
        UserSig claims = new UserSig(sdkAppId, user, now.getEpochSecond(), life.toSeconds(), userbuf);
        return Packing.pack(new TicketJson(claims, Signature.of(claims, secret.bytes())).write());
    }

    @Override
    public String toString() {
        return "UserSigMint[" + sdkAppId + ']';
    }
}
