// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ringing;

import dev.duet.call.agenda.Connecting;
import dev.duet.call.invitation.Actor;
import dev.duet.call.invitation.Invitation;
import dev.duet.call.invitation.InvitationState.Ended;
import dev.duet.call.invitation.InvitationState.Ringing;
import dev.duet.call.invitation.Invitations;
import dev.duet.call.invitation.Step;
import dev.duet.call.ledger.CallEvent;
import dev.duet.call.line.Lines;
import dev.duet.call.roster.Session;
import dev.duet.call.stay.LobbyDesk;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.Via;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Where invitations are answered, changed, ended and looked up.
public record InvitationDesk(
        Lines lines, Invitations invitations, Connecting connecting, Bell bell, LobbyDesk lobbies) {
    /// How many invitations a login is told of at most, the latest ones: more than anybody gets in a minute, unless it
    /// is flooded.
    public static final int MOST_PENDING = 100;

    static Actor actor(Session session) {
        return new Actor(session.key(), session.login());
    }

    public void cancel(Session session, RequestId request, ClientRequest.Cancel asked, Instant now) {
        step(session, request, asked.inviteId(), it -> it.cancel(actor(session), asked.data(), now))
                .ifPresent(cancelled -> {
                    end(session, request, cancelled, now);
                    ServerEvent event =
                            new ServerEvent.InvitationCancelled(cancelled.id(), cancelled.inviter(), asked.data());
                    bell.tellInvitee(cancelled, event);
                    lines.tellOthers(session, event);
                });
    }

    public void accept(Session session, RequestId request, ClientRequest.Accept asked, Instant now) {
        DeviceId device = session.device().id();
        step(session, request, asked.inviteId(), it -> it.accept(actor(session), asked.data(), now))
                .ifPresent(accepted -> {
                    end(session, request, accepted, now);
                    tellAnswer(
                            session,
                            accepted,
                            new ServerEvent.InviteeAccepted(accepted.id(), session.user(), asked.data(), device));
                    lobbies.accepted(accepted.id(), session, now);
                });
    }

    public void reject(Session session, RequestId request, ClientRequest.Reject asked, Instant now) {
        DeviceId device = session.device().id();
        step(session, request, asked.inviteId(), it -> it.reject(actor(session), asked.data(), now))
                .ifPresent(rejected -> {
                    end(session, request, rejected, now);
                    tellAnswer(
                            session,
                            rejected,
                            new ServerEvent.InviteeRejected(rejected.id(), session.user(), asked.data(), device));
                });
    }

    public void modify(Session session, RequestId request, ClientRequest.ModifyInvitation asked) {
        step(session, request, asked.inviteId(), it -> it.modify(actor(session), asked.data()))
                .ifPresent(modified -> {
                    invitations.put(modified);
                    lines.reply(session.login(), request, new Result.Nothing());
                    bell.tellInvitee(modified, new ServerEvent.InvitationModified(modified.id(), modified.data()));
                });
    }

    public void get(Session session, RequestId request, ClientRequest.GetInvitation asked) {
        invitations
                .find(asked.inviteId())
                .filter(found -> isShownTo(session.user(), found))
                .ifPresentOrElse(
                        found -> lines.reply(session.login(), request, new Result.Invitation(found.info())),
                        () -> lines.refuse(session.login(), request, Refusal.of(ErrorCode.INVALID_INVITE_ID)));
    }

    /// What a user who logs in may have missed.
    public List<InvitationInfo> pending(UserId user) {
        List<InvitationInfo> all = invitations.of(user).stream()
                .filter(one -> isShownTo(user, one))
                .map(Invitation::info)
                .toList();
        return all.subList(Math.max(0, all.size() - MOST_PENDING), all.size());
    }

    /// A device has logged in and was told what is pending: what rings for its user rings there too from now on.
    public void ringsOn(Session session, Instant now) {
        List<Invitation> news = invitations
                .ringing(session.user())
                .filter(one -> one.invitee().equals(session.user()) && one.isVisibleToInvitee())
                .filter(one -> !one.rang().contains(session.device().id()))
                .toList();
        news.forEach(one -> bell.rang(one, List.of(session), now));
    }

    /// A push reached a vendor or a device.
    public void pushed(InviteId id, DeviceId device, String status, Instant now) {
        invitations.find(id).filter(Invitation::isRinging).ifPresent(ringing -> {
            lines.journal(new CallEvent.Delivered(id, device, Via.PUSH, now));
            lines.tell(
                    ringing.inviter(),
                    new ServerEvent.InvitationDelivered(id, ringing.invitee(), device, Via.PUSH, status));
        });
    }

    /// A ringing invitation has come to its deadline, or an ended one need not be remembered longer.
    public void due(InviteId id, Instant now) {
        invitations.find(id).ifPresent(found -> {
            switch (found.state()) {
                case Ringing _ -> {
                    Invitation over = found.timeOut(now);
                    bell.stop(over, now);
                    ServerEvent event = new ServerEvent.InvitationTimeout(id, List.of(over.invitee()));
                    lines.tell(over.inviter(), event);
                    bell.tellInvitee(over, event);
                }
                case Ended _ -> invitations.forget(id);
            }
        });
    }

    /// Nobody waits for an accepted invitation any more.
    public void giveUp(InviteId id, Instant now) {
        if (connecting.giveUp(id)) {
            lines.journal(new CallEvent.Abandoned(id, now));
        }
    }

    /// The invitation after a step; when there is none, the request has been answered here.
    private Optional<Invitation> step(
            Session session, RequestId request, InviteId id, Function<Invitation, Step> wanted) {
        Step step = invitations
                .find(id)
                .map(wanted)
                .orElseGet(() -> new Step.Refused(Refusal.of(ErrorCode.INVALID_INVITE_ID)));
        return switch (step) {
            case Step.Moved(Invitation moved) -> Optional.of(moved);
            case Step.Repeated _ -> {
                lines.reply(session.login(), request, new Result.Nothing());
                yield Optional.empty();
            }
            case Step.Refused(Refusal refusal) -> {
                lines.refuse(session.login(), request, refusal);
                yield Optional.empty();
            }
        };
    }

    private void end(Session session, RequestId request, Invitation over, Instant now) {
        bell.stop(over, now);
        lines.reply(session.login(), request, new Result.Nothing());
    }

    /// An answer concerns the inviter's devices, and the invitee's others: they stop ringing.
    private void tellAnswer(Session session, Invitation over, ServerEvent event) {
        lines.tell(over.inviter(), event);
        lines.tellOthers(session, event);
    }

    private static boolean isShownTo(UserId user, Invitation invitation) {
        return invitation.inviter().equals(user)
                || (invitation.invitee().equals(user) && invitation.isVisibleToInvitee());
    }
}
