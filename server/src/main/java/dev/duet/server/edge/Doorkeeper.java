// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import dev.duet.call.quota.Limit;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest;
import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.server.store.App;
import dev.duet.server.store.Apps;
import dev.duet.usersig.AppSecret;
import dev.duet.usersig.Privilege;
import dev.duet.usersig.UserSig;
import dev.duet.usersig.UserSigCheck;
import dev.duet.usersig.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges tickets: who may log in, and who may enter a room.
public final class Doorkeeper {
    private static final Set<Privilege> ENTER = Set.of(Privilege.ENTER_ROOM);

    private final UserSigCheck tickets;
    private final Clock clock;
    private final Allowances logins = new Allowances(Limit.LOGIN_ATTEMPTS);
    private final Allowances refusals = new Allowances(Limit.REFUSED_TICKETS);

    /// Judges the tickets of these apps.
    public Doorkeeper(Apps apps, Clock clock) {
        this.tickets = new UserSigCheck(app -> apps.find(app).map(App::secret).map(AppSecret::of));
        this.clock = clock;
    }

    /// What becomes of a login.
    sealed interface Admission {
        record Admitted(Instant ticketEnds) implements Admission {}

        record Turned(Refusal refusal) implements Admission {}
    }

    Admission judge(ClientRequest.Login login, String address) {
        Instant now = clock.instant();
        if (refusals.isUsedUp(address, now)) {
            return new Admission.Turned(Refusal.of(ErrorCode.TOO_MANY_FAILURES));
        }
        return switch (tickets.check(login.sdkAppId(), login.userId(), login.userSig(), now)) {
            case Verdict.Accepted(UserSig ticket) -> admit(login, ticket, now);
            case Verdict.Rejected rejected -> {
                refusals.take(address, now);
                yield new Admission.Turned(rejected.refusal());
            }
        };
    }

    /// Counted only with a good ticket, so that nobody can use up the logins of somebody else.
    private Admission admit(ClientRequest.Login login, UserSig ticket, Instant now) {
        return logins.take(login.sdkAppId() + "/" + login.userId(), now)
                ? new Admission.Admitted(ticket.lastSecond())
                : new Admission.Turned(
                        new Refusal(ErrorCode.FREQUENCY_LIMIT, "This user logs in too often; wait some seconds."));
    }

    /// Null when nothing speaks against it: it leads into no room, or its tickets are good.
    @Nullable
    Refusal mayAsk(AppId app, UserId user, ClientRequest request) {
        return switch (request) {
            case ClientRequest.EnterRoom entry ->
                mayEnter(app, user, entry.roomId(), entry.userSig(), entry.privateMapKey());
            case ClientRequest.WarmUp entry ->
                mayEnter(app, user, entry.roomId(), entry.userSig(), entry.privateMapKey());
            default -> null;
        };
    }

    /// Both tickets are checked only when they are there.
    private @Nullable Refusal mayEnter(
            AppId app, UserId user, RoomId room, @Nullable String userSig, @Nullable String privateMapKey) {
        Instant now = clock.instant();
        if (userSig != null && tickets.check(app, user, userSig, now) instanceof Verdict.Rejected rejected) {
            return new Refusal(ErrorCode.ROOM_USERSIG_INVALID, rejected.sentence());
        }
        if (privateMapKey != null
                && tickets.checkPrivateMapKey(app, user, room, ENTER, privateMapKey, now)
                        instanceof Verdict.Rejected rejected) {
            return rejected.refusal();
        }
        return null;
    }
}
