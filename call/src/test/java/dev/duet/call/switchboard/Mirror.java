// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.frame.InvitationInfo;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Result;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.RoomUser;
import dev.duet.frame.ServerEvent;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one device believes, from nothing but what it was told on its present login.
final class Mirror {
    private final UserId user;
    final Set<InviteId> ringingIn = new HashSet<>();
    final Set<InviteId> ringingOut = new HashSet<>();
    final Set<InviteId> ended = new HashSet<>();
    final Map<UserId, MediaFlags> others = new HashMap<>();

    @Nullable
    RoomId room;

    Mirror(UserId user) {
        this.user = user;
    }

    Set<RoomUser> users() {
        Set<RoomUser> users = new HashSet<>();
        others.forEach((other, flags) -> users.add(new RoomUser(other, flags)));
        return users;
    }

    void learns(Result result, @Nullable RoomId entering) {
        switch (result) {
            case Result.LoggedIn loggedIn -> {
                for (InvitationInfo one : loggedIn.pending()) {
                    (one.end() != null ? ended : one.inviter().equals(user) ? ringingOut : ringingIn)
                            .add(one.inviteId());
                }
                RoomInfo in = loggedIn.room();
                if (in != null) {
                    moves(in.roomId(), in.users());
                }
            }
            case Result.Invited invited -> {
                if (!ended.contains(invited.inviteId()) && !ringingIn.contains(invited.inviteId())) {
                    ringingOut.add(invited.inviteId());
                }
            }
            case Result.Entered entered -> moves(entering, entered.users());
            default -> {}
        }
    }

    void hears(ServerEvent event) {
        switch (event) {
            case ServerEvent.NewInvitation it -> ringingIn.add(it.invitation().inviteId());
            case ServerEvent.InviteeAccepted it -> over(it.inviteId());
            case ServerEvent.InviteeRejected it -> over(it.inviteId());
            case ServerEvent.InvitationCancelled it -> over(it.inviteId());
            case ServerEvent.InvitationTimeout it -> over(it.inviteId());
            case ServerEvent.UserEntered it -> isNew(others.put(it.userId(), MediaFlags.NONE) == null, event);
            case ServerEvent.UserLeft it -> isNew(others.remove(it.userId()) != null, event);
            case ServerEvent.MediaChanged it -> isNew(!it.media().equals(others.put(it.userId(), it.media())), event);
            case ServerEvent.RoomExited _ -> moves(null, List.of());
            default -> {}
        }
    }

    /// It did this itself and had a yes.
    void ends(InviteId id) {
        ringingIn.remove(id);
        ringingOut.remove(id);
        ended.add(id);
    }

    void moves(@Nullable RoomId to, List<RoomUser> found) {
        room = to;
        others.clear();
        new ArrayList<>(found).forEach(other -> others.put(other.userId(), other.media()));
    }

    private void over(InviteId id) {
        isNew(!ended.contains(id), "a second end of " + id);
        ends(id);
    }

    private static void isNew(boolean news, Object what) {
        if (!news) {
            throw new AssertionError("told what it knew: " + what);
        }
    }
}
