// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.client.Notice;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Result.LoggedIn;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.RoomUser;
import dev.duet.frame.ServerEvent;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The notices a client missed, in an order that makes sense to it: what a login answer shows against what was known.
/// They still have to be learned one by one, so nothing is told twice.
final class Missed {
    /// Who answered is not in a snapshot.
    static final DeviceId UNKNOWN_DEVICE = new DeviceId("unknown");

    private final Knowledge knowledge;
    private final LoggedIn login;
    private final List<Notice> notices = new ArrayList<>();

    private Missed(Knowledge knowledge, LoggedIn login) {
        this.knowledge = knowledge;
        this.login = login;
    }

    /// On a `first` login what has already ended is not news: nobody wants to hear a phone ring that has stopped.
    static List<Notice> between(Knowledge knowledge, LoggedIn login, UserId self, boolean first) {
        Missed missed = new Missed(knowledge, login);
        login.pending().forEach(invitation -> missed.invitation(invitation, self, first));
        missed.forgottenInvitations();
        missed.entry();
        missed.inRoom(knowledge.room(), null);
        RoomInfo held = knowledge.held();
        missed.inRoom(held, held == null ? null : held.roomId());
        return missed.notices;
    }

    private void tell(ServerEvent event) {
        notices.add(new Notice.Told(event));
    }

    private void invitation(InvitationInfo invitation, UserId self, boolean first) {
        Knowledge.Known known = knowledge.of(invitation.inviteId());
        if (known == null) {
            unknownInvitation(invitation, self, first);
        } else if (!known.ended() && invitation.end() != null) {
            tell(endOf(invitation, invitation.end()));
        } else if (!known.ended() && !known.data().equals(invitation.data())) {
            tell(new ServerEvent.InvitationModified(invitation.inviteId(), invitation.data()));
        }
    }

    private void unknownInvitation(InvitationInfo invitation, UserId self, boolean first) {
        if (!invitation.inviteeList().contains(self) || (invitation.end() != null && first)) {
            return;
        }
        tell(new ServerEvent.NewInvitation(invitation));
        if (invitation.end() != null) {
            tell(endOf(invitation, invitation.end()));
        }
    }

    /// An invitation the server no longer lists ended more than a minute ago, or with a server that is no more.
    private void forgottenInvitations() {
        Set<InviteId> listed = new HashSet<>();
        login.pending().forEach(each -> listed.add(each.inviteId()));
        knowledge.invitations().forEach((id, known) -> {
            if (!known.ended() && !listed.contains(id)) {
                tell(new ServerEvent.InvitationTimeout(id, known.inviteeList()));
            }
        });
    }

    /// The invitation was accepted while nobody could say so, and the server took this warm device in.
    private void entry() {
        RoomInfo now = login.room();
        if (knowledge.room() == null && knowledge.warm() != null && now != null) {
            tell(new ServerEvent.RoomEntered(now.roomId(), now.scene(), now.users(), Duration.ZERO, now.together()));
        }
    }

    /// @param name of the room on hold, which is said beside what happened there
    private void inRoom(@Nullable RoomInfo known, @Nullable RoomId name) {
        if (known == null) {
            return;
        }
        RoomInfo now = Knowledge.is(login.room(), known.roomId()) ? login.room() : login.held();
        if (now == null || !Knowledge.is(now, known.roomId())) {
            notices.add(new Notice.RoomLost(known.roomId()));
            return;
        }
        for (RoomUser each : known.users()) {
            if (find(now, each.userId()).isEmpty()) {
                news(name, new ServerEvent.UserLeft(each.userId(), ServerEvent.LeaveReason.LEFT, null));
            }
        }
        for (RoomUser each : now.users()) {
            if (find(known, each.userId()).isEmpty()) {
                news(name, new ServerEvent.UserEntered(each.userId(), now.together()));
            }
        }
        now.users().forEach(user -> changes(known, user, name));
    }

    private void changes(RoomInfo known, RoomUser user, @Nullable RoomId name) {
        RoomUser was = find(known, user.userId()).orElse(new RoomUser(user.userId(), MediaFlags.NONE));
        if (!was.media().equals(user.media())) {
            news(name, new ServerEvent.MediaChanged(user.userId(), user.media()));
        }
        if (was.held() != user.held()) {
            news(name, new ServerEvent.UserHeld(user.userId(), user.held()));
        }
    }

    private static Optional<RoomUser> find(RoomInfo room, UserId user) {
        return room.users().stream().filter(each -> each.userId().equals(user)).findFirst();
    }

    private void news(@Nullable RoomId name, ServerEvent.RoomNews news) {
        tell(name == null ? news : new ServerEvent.InHeldRoom(name, news));
    }

    /// What a notification about this invitation's end would have been.
    private static ServerEvent endOf(InvitationInfo invitation, InvitationInfo.End end) {
        InviteId id = invitation.inviteId();
        UserId invitee = invitation.inviteeList().isEmpty()
                ? invitation.inviter()
                : invitation.inviteeList().get(0);
        return switch (end.outcome()) {
            case ACCEPTED -> new ServerEvent.InviteeAccepted(id, invitee, end.endedData(), UNKNOWN_DEVICE);
            case REJECTED -> new ServerEvent.InviteeRejected(id, invitee, end.endedData(), UNKNOWN_DEVICE);
            case CANCELLED -> new ServerEvent.InvitationCancelled(id, invitation.inviter(), end.endedData());
            case TIMED_OUT -> new ServerEvent.InvitationTimeout(id, invitation.inviteeList());
        };
    }
}
