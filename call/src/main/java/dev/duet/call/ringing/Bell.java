// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ringing;

import dev.duet.call.agenda.Alarms;
import dev.duet.call.agenda.Alarms.Alarm.OfInvitation;
import dev.duet.call.agenda.Connecting;
import dev.duet.call.invitation.Invitation;
import dev.duet.call.invitation.InvitationState.Ended;
import dev.duet.call.invitation.InvitationState.Ringing;
import dev.duet.call.invitation.Invitations;
import dev.duet.call.invitation.PushNote;
import dev.duet.call.ledger.CallEvent;
import dev.duet.call.line.Lines;
import dev.duet.call.roster.Session;
import dev.duet.call.stay.LobbyDesk;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.Via;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What rings at an invitee's devices, and what stops it.
public record Bell(
        Lines lines,
        Alarms alarms,
        Invitations invitations,
        Connecting connecting,
        LobbyDesk lobbies,
        PushOrders pushes) {
    /// How long an ended invitation is remembered: a client that reconnects within this time learns what it missed.
    public static final Duration REMEMBERED = Duration.ofSeconds(60);

    /// What `invitationDelivered` says of a device that was told through its socket.
    private static final String DELIVERED = "delivered";

    /// Rings at every device that is there, and has the others woken.
    void ring(Invitation invitation, Instant now) {
        List<Session> devices = lines.of(invitation.invitee());
        devices.forEach(device -> lines.tell(device.login(), new ServerEvent.NewInvitation(invitation.info())));
        Invitation ringing = rang(invitation, devices, now);
        if (!ringing.asked().onlineUserOnly()) {
            pushes.push(new PushNote(
                    ringing.id(),
                    ringing.inviter(),
                    ringing.invitee(),
                    ringing.data(),
                    ringing.asked().offlinePushInfo(),
                    ringing.rang(),
                    ringing.endsAt()));
        }
    }

    /// Notes that these devices have been told, and tells the inviter.
    Invitation rang(Invitation invitation, List<Session> devices, Instant now) {
        Invitation ringing = invitation;
        for (Session session : devices) {
            ringing = ringing.ringsOn(session.device().id());
            lines.journal(
                    new CallEvent.Delivered(invitation.id(), session.device().id(), Via.SOCKET, now));
            lines.tell(
                    invitation.inviter(),
                    new ServerEvent.InvitationDelivered(
                            invitation.id(),
                            invitation.invitee(),
                            session.device().id(),
                            Via.SOCKET,
                            DELIVERED));
        }
        invitations.put(ringing);
        return ringing;
    }

    /// Keeps the outcome of an invitation; whom it concerns is told by the caller.
    void stop(Invitation over, Instant now) {
        switch (over.state()) {
            case Ringing _ -> throw new IllegalArgumentException("still ringing: " + over.id());
            case Ended ended -> {
                invitations.put(over);
                alarms.set(new OfInvitation(over.id()), now.plus(REMEMBERED));
                lines.journal(new CallEvent.Ended(
                        over.id(),
                        ended.outcome(),
                        ended.by() == null ? null : ended.by().device(),
                        now));
                if (ended.outcome().leadsToRoom()) {
                    connecting.begin(over, now);
                } else {
                    lobbies.ended(over.id());
                }
                if (!over.asked().onlineUserOnly()) {
                    pushes.withdraw(over.id(), over.invitee());
                }
            }
        }
    }

    /// Tells the invitee's devices, unless they were never told of the invitation.
    void tellInvitee(Invitation invitation, ServerEvent event) {
        if (invitation.isVisibleToInvitee()) {
            lines.tell(invitation.invitee(), event);
        }
    }
}
