// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import dev.duet.frame.InvitationInfo;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Result;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.RoomUser;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.RoomNews;
import dev.duet.frame.UserStatus;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one device believes, from nothing but what it was told on its present login.
final class Mirror {
    private final UserId user;
    final Set<InviteId> ringingIn = new HashSet<>();
    final Set<InviteId> ringingOut = new HashSet<>();
    final Set<InviteId> ended = new HashSet<>();
    final Map<UserId, UserStatus> watched = new HashMap<>();
    final Place room = new Place();
    final Place held = new Place();

    Mirror(UserId user) {
        this.user = user;
    }

    /// A room the device has a place in, or none.
    static final class Place {
        @Nullable
        RoomId id;

        private final Map<UserId, RoomUser> others = new HashMap<>();

        Set<RoomUser> users() {
            return Set.copyOf(others.values());
        }

        void become(@Nullable RoomId to, Iterable<RoomUser> found) {
            id = to;
            others.clear();
            found.forEach(other -> others.put(other.userId(), other));
        }

        private void hears(RoomNews news) {
            switch (news) {
                case ServerEvent.UserEntered(var who, var _) ->
                    isNew(others.put(who, new RoomUser(who, MediaFlags.NONE)) == null, news);
                case ServerEvent.UserLeft(var who, var _, var _) -> isNew(others.remove(who) != null, news);
                case ServerEvent.UserHeld(var who, var held) -> {
                    RoomUser before = Objects.requireNonNull(others.get(who));
                    isNew(before.held() != held, news);
                    others.put(who, new RoomUser(who, before.media(), held));
                }
                case ServerEvent.MediaChanged(var who, var media) -> {
                    RoomUser before = Objects.requireNonNull(others.get(who));
                    isNew(!before.media().equals(media), news);
                    others.put(who, new RoomUser(who, media, before.held()));
                }
                case ServerEvent.RoomExited _ -> become(null, List.of());
                case ServerEvent.CustomCmd _ -> {}
            }
        }
    }

    void learns(Result result, @Nullable RoomId entering) {
        switch (result) {
            case Result.LoggedIn loggedIn -> {
                for (InvitationInfo one : loggedIn.pending()) {
                    (one.end() != null ? ended : one.inviter().equals(user) ? ringingOut : ringingIn)
                            .add(one.inviteId());
                }
                isIn(room, loggedIn.room());
                isIn(held, loggedIn.held());
            }
            case Result.Invited invited -> {
                if (!ended.contains(invited.inviteId()) && !ringingIn.contains(invited.inviteId())) {
                    ringingOut.add(invited.inviteId());
                }
            }
            case Result.Entered entered -> enters(Objects.requireNonNull(entering), entered.users());
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
            case ServerEvent.RoomEntered it -> enters(it.roomId(), it.users());
            case ServerEvent.InHeldRoom(var where, var news) -> {
                isNew(where.equals(held.id), "told of a room that it has not on hold: " + event);
                held.hears(news);
            }
            case RoomNews news -> room.hears(news);
            case ServerEvent.UserStatusChanged it -> it.statuses().forEach(this::changes);
            default -> {}
        }
    }

    /// It did this itself and had a yes.
    void ends(InviteId id) {
        ringingIn.remove(id);
        ringingOut.remove(id);
        ended.add(id);
    }

    void holds() {
        held.become(room.id, room.users());
        room.become(null, List.of());
    }

    /// It left the room named, or the one it is in.
    void exits(@Nullable RoomId named) {
        if (named == null || named.equals(room.id)) {
            room.become(null, List.of());
        } else if (named.equals(held.id)) {
            held.become(null, List.of());
        }
    }

    private void enters(RoomId to, List<RoomUser> users) {
        if (to.equals(held.id)) {
            boolean elsewhere = room.id != null && !room.id.equals(to);
            held.become(elsewhere ? room.id : null, elsewhere ? room.users() : List.of());
        }
        room.become(to, users);
    }

    private void changes(UserStatus status) {
        if (!status.userId().equals(user)) {
            isNew(!status.equals(watched.put(status.userId(), status)), status);
        }
    }

    private void over(InviteId id) {
        isNew(!ended.contains(id), "a second end of " + id);
        ends(id);
    }

    private static void isIn(Place place, @Nullable RoomInfo info) {
        if (info != null) {
            place.become(info.roomId(), info.users());
        }
    }

    private static void isNew(boolean news, Object what) {
        if (!news) {
            throw new AssertionError("told what it knew: " + what);
        }
    }
}
