// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import dev.duet.error.ErrorCode;
import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Judges tickets, given the time. The MAC is checked before any claim is believed. No ticket makes it throw.
public final class UserSigCheck {
    /// How far the maker's clock may be ahead of ours.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final String FORGED =
            "The ticket was signed with another secret than this app has, or its claims were changed afterwards.";

    private final Function<AppId, Optional<AppSecret>> secrets;

    /// `secrets` knows the apps of this server.
    public UserSigCheck(Function<AppId, Optional<AppSecret>> secrets) {
        this.secrets = secrets;
    }

    /// Whether the ticket lets the user into the app. A PrivateMapKey does too: it proves the same.
    public Verdict check(AppId app, UserId user, String ticket, Instant now) {
        return check(app, user, ticket, now, null);
    }

    /// As above, for a user whose tickets made up to `revoked` were revoked.
    public Verdict check(AppId app, UserId user, String ticket, Instant now, @Nullable Instant revoked) {
        Optional<AppSecret> secret = secrets.apply(app);
        if (secret.isEmpty()) {
            return new Verdict.Rejected(
                    ErrorCode.UNKNOWN_APP, "App " + app + " is not known here; check the SDKAppID.");
        }
        if (ticket.isEmpty()) {
            return new Verdict.Rejected(
                    ErrorCode.USERSIG_EMPTY, "The ticket is empty; get one from your app's server.");
        }
        try {
            TicketJson read = TicketJson.read(Packing.unpack(ticket));
            if (!read.isSignedWith(secret.get().bytes())) {
                return new Verdict.Rejected(ErrorCode.USERSIG_FORGED, whyForged(read, secret.get()));
            }
            return judge(read.claims(), app, user, now, revoked);
        } catch (Unreadable unreadable) {
            return new Verdict.Rejected(
                    ErrorCode.USERSIG_MALFORMED, "The ticket cannot be read: " + unreadable.why() + ".");
        }
    }

    private static Verdict judge(UserSig claims, AppId app, UserId user, Instant now, @Nullable Instant revoked) {
        if (claims.issuedAt().isAfter(now.plus(SKEW))) {
            return new Verdict.Rejected(
                    ErrorCode.USERSIG_MALFORMED,
                    "The ticket was made in the future, at " + claims.issuedAt() + "; set its maker's clock.");
        }
        if (now.getEpochSecond() > claims.lastSecond().getEpochSecond() || claims.expireSeconds() <= 0) {
            return new Verdict.Rejected(
                    ErrorCode.USERSIG_EXPIRED,
                    "The ticket expired at " + claims.lastSecond() + "; get a new one from your app's server.");
        }
        if (!claims.userId().equals(user)) {
            return new Verdict.Rejected(
                    ErrorCode.USERSIG_OTHER_USER,
                    "The ticket is for user " + claims.userId() + ", not for " + user + ".");
        }
        if (!claims.sdkAppId().equals(app)) {
            return new Verdict.Rejected(
                    ErrorCode.USERSIG_OTHER_APP,
                    "The ticket is for app " + claims.sdkAppId() + ", not for " + app + ".");
        }
        if (revoked != null && !claims.issuedAt().isAfter(revoked)) {
            return new Verdict.Rejected(
                    ErrorCode.USERSIG_REVOKED,
                    "The ticket was made before the account's tickets were revoked at " + revoked + "; get a new one.");
        }
        return new Verdict.Accepted(claims);
    }

    /// The mistake that makers make most: the key is text, not the bytes that its digits spell.
    private static String whyForged(TicketJson ticket, AppSecret secret) {
        try {
            byte[] decoded = HexFormat.of().parseHex(new String(secret.bytes(), StandardCharsets.UTF_8));
            if (decoded.length > 0 && ticket.isSignedWith(decoded)) {
                return "The ticket was signed with the hex-decoded secret; use the secret's text as the key.";
            }
        } catch (IllegalArgumentException notHex) {
            return FORGED;
        }
        return FORGED;
    }

    /// Whether the PrivateMapKey lets the user into the room for all of these. A refusal is always
    /// [ErrorCode#PRIVATE_MAP_KEY_INVALID].
    public Verdict checkPrivateMapKey(
            AppId app, UserId user, RoomId room, Set<Privilege> needed, String key, Instant now) {
        return switch (check(app, user, key, now)) {
            case Verdict.Accepted(UserSig ticket) -> permit(ticket, room, needed, now);
            case Verdict.Rejected(ErrorCode code, String sentence) -> denied(sentence);
        };
    }

    private static Verdict permit(UserSig ticket, RoomId room, Set<Privilege> needed, Instant now) {
        if (ticket.userbuf() == null) {
            return denied("The key is a plain UserSig; make a PrivateMapKey for the room.");
        }
        Optional<RoomPermit> decoded = RoomPermit.decode(ticket.userbuf());
        if (decoded.isEmpty()) {
            return denied("The key's TLS.userbuf is malformed.");
        }
        RoomPermit permit = decoded.get();
        if (!permit.userId().equals(ticket.userId()) || !permit.sdkAppId().equals(ticket.sdkAppId())) {
            return denied("The key's TLS.userbuf is for user " + permit.userId() + " of app " + permit.sdkAppId()
                    + ", not for its holder.");
        }
        if (!permit.room().equals(room)) {
            return denied("The key is for room " + permit.room() + ", not for " + room
                    + "; a number and a name are never the same room.");
        }
        if (now.getEpochSecond() > permit.expiresAtSeconds()) {
            return denied("The key expired at " + permit.expiresAt() + "; get a new one from your app's server.");
        }
        if (!permit.privileges().containsAll(needed)) {
            return denied("The key permits " + permit.privileges() + "; needed: " + needed + ".");
        }
        return new Verdict.Accepted(ticket);
    }

    private static Verdict denied(String sentence) {
        return new Verdict.Rejected(ErrorCode.PRIVATE_MAP_KEY_INVALID, sentence);
    }
}
