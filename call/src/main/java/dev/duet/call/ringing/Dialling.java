// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ringing;

import dev.duet.call.agenda.Alarms;
import dev.duet.call.agenda.Alarms.Alarm.OfAllowance;
import dev.duet.call.agenda.Alarms.Alarm.OfInvitation;
import dev.duet.call.invitation.Invitation;
import dev.duet.call.invitation.InvitationState.Ended;
import dev.duet.call.invitation.Invitations;
import dev.duet.call.invitation.Step;
import dev.duet.call.ledger.CallEvent;
import dev.duet.call.line.Lines;
import dev.duet.call.quota.Allowance;
import dev.duet.call.quota.Limit;
import dev.duet.call.roster.Session;
import dev.duet.call.stay.LobbyDesk;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest.Invite;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Where an invitation begins, and where it is decided that it need not: made before, crossing another, callee busy.
public final class Dialling {
    /// How many invitations of one user may ring at once. Nobody dials that many; it bounds those without a timeout.
    public static final int MOST_RINGING = 50;

    /// Stands for the device when the server rejected by itself.
    public static final DeviceId SERVER = new DeviceId("server");

    private final boolean serverRejects;
    private final RandomGenerator random;
    private final Lines lines;
    private final Alarms alarms;
    private final Invitations invitations;
    private final Bell bell;
    private final Busy busy;
    private final LobbyDesk lobbies;
    private final Map<UserId, Allowance> allowances = new HashMap<>();

    /// `serverRejects`: the server answers for a busy invitee, not its client.
    public Dialling(
            boolean serverRejects,
            RandomGenerator random,
            Lines lines,
            Alarms alarms,
            Invitations invitations,
            Bell bell,
            Busy busy,
            LobbyDesk lobbies) {
        this.serverRejects = serverRejects;
        this.random = random;
        this.lines = lines;
        this.alarms = alarms;
        this.invitations = invitations;
        this.bell = bell;
        this.busy = busy;
        this.lobbies = lobbies;
    }

    public void invite(Session session, RequestId request, Invite asked, Instant now) {
        Optional<Refusal> senseless = senseless(session, asked);
        InviteId given = asked.inviteId();
        if (senseless.isPresent()) {
            lines.refuse(session.login(), request, senseless.get());
        } else if (given != null && invitations.isTaken(given)) {
            retry(session, request, asked, given);
        } else if (mayInvite(session.user(), now)) {
            crossing(session.user(), asked.invitee())
                    .ifPresentOrElse(
                            first -> meet(first, session, request, asked, now),
                            () -> begin(session, request, asked, now));
        } else {
            lines.refuse(session.login(), request, Refusal.of(ErrorCode.FREQUENCY_LIMIT));
        }
    }

    /// The user's allowance is full again.
    public void forgetAllowance(UserId user) {
        allowances.remove(user);
    }

    private static Optional<Refusal> senseless(Session session, Invite asked) {
        if (asked.invitee().equals(session.user())) {
            return Optional.of(new Refusal(ErrorCode.INVALID_RECEIVER, "You cannot invite yourself."));
        }
        if (asked.timeout().isNegative() || asked.timeout().compareTo(Invitation.LONGEST) > 0) {
            return Optional.of(new Refusal(
                    ErrorCode.INVALID_PARAMETERS,
                    "The timeout must be 0 to " + Invitation.LONGEST.toSeconds() + " s."));
        }
        return Optional.empty();
    }

    /// A client that lost its socket sends the same invitation again: same answer, nothing rings twice.
    private void retry(Session session, RequestId request, Invite asked, InviteId given) {
        invitations
                .madeBefore(given, session.user(), asked)
                .ifPresentOrElse(
                        made -> replyInvited(session, request, made),
                        () -> lines.refuse(session.login(), request, Refusal.of(ErrorCode.ALREADY_EXISTS)));
    }

    private boolean mayInvite(UserId user, Instant now) {
        long ringing = invitations
                .ringing(user)
                .filter(one -> one.inviter().equals(user))
                .count();
        Allowance allowance = allowances.computeIfAbsent(user, _ -> new Allowance(Limit.INVITES));
        boolean taken = allowance.take(now);
        alarms.set(new OfAllowance(user), allowance.fullAt());
        return taken && ringing < MOST_RINGING;
    }

    /// An invitation that already rings from the invitee to the inviter, and that the inviter can see.
    private Optional<Invitation> crossing(UserId inviter, UserId invitee) {
        return invitations
                .ringing(inviter)
                .filter(one -> one.inviter().equals(invitee) && one.isVisibleToInvitee())
                .findFirst();
    }

    /// Glare: both call each other, and the second call is the answer to the first. The second inviter is
    /// answered with the **first** invitation's id, which its device knows already (`newInvitation`,
    /// `pending`). Then the devices of both users, the asking one included, are told that the first was
    /// accepted. Both go to the room named in the first one's data, warm devices at once. A second invitation never
    /// exists.
    private void meet(Invitation first, Session second, RequestId request, Invite asked, Instant now) {
        switch (first.accept(InvitationDesk.actor(second), "", now)) {
            case Step.Moved(Invitation accepted) -> {
                if (asked.inviteId() != null) {
                    invitations.alias(asked.inviteId(), second.user(), asked, first.id());
                }
                bell.stop(accepted, now);
                replyInvited(second, request, accepted);
                ServerEvent event = new ServerEvent.InviteeAccepted(
                        first.id(), second.user(), "", second.device().id());
                lines.tell(first.inviter(), event);
                lines.tell(first.invitee(), event);
                lobbies.met(first.id(), second, now);
            }
            case Step.Repeated _ -> replyInvited(second, request, first);
            case Step.Refused(Refusal refusal) -> lines.refuse(second.login(), request, refusal);
        }
    }

    private void begin(Session session, RequestId request, Invite asked, Instant now) {
        boolean refused = serverRejects && busy.isBusyFor(asked.invitee(), session.user());
        InviteId id = asked.inviteId() != null ? asked.inviteId() : freshId();
        Invitation invitation = Invitation.ring(id, session.key(), asked, now);
        lines.journal(new CallEvent.Invited(id, session.user(), session.device().id(), invitation.invitee(), now));
        if (refused) {
            rejectBusy(session, request, invitation.busy(now), now);
        } else {
            invitations.put(invitation);
            alarms.set(new OfInvitation(id), invitation.endsAt());
            replyInvited(session, request, invitation);
            bell.ring(invitation, now);
        }
    }

    private void rejectBusy(Session session, RequestId request, Invitation rejected, Instant now) {
        bell.stop(rejected, now);
        replyInvited(session, request, rejected);
        if (rejected.state() instanceof Ended ended) {
            lines.tell(
                    rejected.inviter(),
                    new ServerEvent.InviteeRejected(rejected.id(), rejected.invitee(), ended.data(), SERVER));
        }
    }

    private void replyInvited(Session session, RequestId request, Invitation invitation) {
        lines.reply(session.login(), request, new Result.Invited(invitation.id(), invitation.deadline()));
    }

    private InviteId freshId() {
        InviteId id = new InviteId(new UUID(random.nextLong(), random.nextLong()).toString());
        return invitations.isTaken(id) ? freshId() : id;
    }
}
