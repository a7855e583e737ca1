// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.frame.MediaFlags;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.RoomUser;
import dev.duet.frame.ServerEvent;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Takes notifications into what is known.
final class Learning {
    private Learning() {}

    /// False for what was told before.
    static boolean isNews(Knowledge knowledge, ServerEvent event, Instant now) {
        return switch (event) {
            case ServerEvent.NewInvitation(var invitation) -> {
                boolean news = knowledge.of(invitation.inviteId()) == null;
                if (news) {
                    knowledge.remember(invitation.inviteId(), invitation.inviteeList(), invitation.data(), now);
                }
                yield news;
            }
            case ServerEvent.InviteeAccepted accepted -> ended(knowledge, accepted.inviteId(), now);
            case ServerEvent.InviteeRejected rejected -> ended(knowledge, rejected.inviteId(), now);
            case ServerEvent.InvitationCancelled cancelled -> ended(knowledge, cancelled.inviteId(), now);
            case ServerEvent.InvitationTimeout timeout -> ended(knowledge, timeout.inviteId(), now);
            case ServerEvent.InvitationModified(InviteId id, String data) -> modified(knowledge, id, data, now);
            case ServerEvent.RoomEntered entered -> {
                knowledge.enter(new RoomInfo(entered.roomId(), entered.scene(), entered.users()));
                yield true;
            }
            case ServerEvent.InHeldRoom(RoomId room, var news) -> inRoom(knowledge, room, news);
            case ServerEvent.RoomNews news -> inRoom(knowledge, null, news);
            case ServerEvent.KickedOffline kicked -> true;
            case ServerEvent.UserSigExpired expired -> true;
            case ServerEvent.InvitationDelivered delivered -> true;
            case ServerEvent.NetworkQuality quality -> true;
            case ServerEvent.UserStatusChanged changed -> true;
        };
    }

    private static boolean ended(Knowledge knowledge, InviteId id, Instant now) {
        if (knowledge.hasEnded(id)) {
            return false;
        }
        knowledge.rememberEnd(id, now);
        return true;
    }

    private static boolean modified(Knowledge knowledge, InviteId id, String data, Instant now) {
        Knowledge.Known known = knowledge.of(id);
        if (known != null && (known.ended() || known.data().equals(data))) {
            return false;
        }
        knowledge.rememberData(id, data, now);
        return true;
    }

    private static boolean inRoom(Knowledge knowledge, @Nullable RoomId room, ServerEvent.RoomNews news) {
        switch (news) {
            case ServerEvent.UserEntered(UserId user) -> knowledge.inRoom(room, with(user, it -> it));
            case ServerEvent.MediaChanged(UserId user, MediaFlags media) ->
                knowledge.inRoom(room, with(user, it -> new RoomUser(user, media, it.held())));
            case ServerEvent.UserHeld(UserId user, boolean held) ->
                knowledge.inRoom(room, with(user, it -> new RoomUser(user, it.media(), held)));
            case ServerEvent.UserLeft(UserId user, var reason) -> knowledge.inRoom(room, it -> without(it, user));
            case ServerEvent.CustomCmd cmd -> {}
            case ServerEvent.RoomExited exited -> {
                return knowledge.leave(room);
            }
        }
        return true;
    }

    private static UnaryOperator<RoomInfo> with(UserId user, UnaryOperator<RoomUser> change) {
        return room -> {
            RoomUser known = room.users().stream()
                    .filter(each -> each.userId().equals(user))
                    .findFirst()
                    .orElse(new RoomUser(user, MediaFlags.NONE));
            List<RoomUser> users = new ArrayList<>(without(room, user).users());
            users.add(Objects.requireNonNull(change.apply(known)));
            return new RoomInfo(room.roomId(), room.scene(), users);
        };
    }

    private static RoomInfo without(RoomInfo room, UserId user) {
        return new RoomInfo(
                room.roomId(),
                room.scene(),
                room.users().stream()
                        .filter(each -> !each.userId().equals(user))
                        .toList());
    }
}
