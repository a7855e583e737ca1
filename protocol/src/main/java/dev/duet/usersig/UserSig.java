// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import dev.duet.id.AppId;
import dev.duet.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a ticket claims: that this user of this app may sign in from `time` on for `expireSeconds`. `userbuf` is the
/// base64 text of an extension, exactly as the ticket holds it.
public record UserSig(
        AppId sdkAppId,
        UserId userId,
        long timeSeconds,
        long expireSeconds,
        @Nullable String userbuf) {

    /// When it was made.
    public Instant issuedAt() {
        return Instant.ofEpochSecond(timeSeconds);
    }

    /// The last second in which it is valid.
    public Instant lastSecond() {
        return Instant.ofEpochSecond(timeSeconds + expireSeconds);
    }

    /// The text that the ticket's maker signed: a line for each claim. No claim but the last can hold a line feed, so
    /// no
    /// two tickets have the same text.
    String signedText() {
        String text = "TLS.identifier:" + userId + "\nTLS.sdkappid:" + sdkAppId + "\nTLS.time:" + timeSeconds
                + "\nTLS.expire:" + expireSeconds + '\n';
        return userbuf == null ? text : text + "TLS.userbuf:" + userbuf + '\n';
    }
}
