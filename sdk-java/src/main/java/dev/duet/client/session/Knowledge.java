// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.frame.RoomInfo;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What this client has been told about invitations and its rooms. Comparing it with a login answer shows what was
/// missed; comparing it with a notification shows what was told before. Belongs to one [ClientSession].
public final class Knowledge {
    /// The server's snapshot holds ended invitations for 60 s; this must be longer than that and any gap before it.
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Map<InviteId, Known> invitations = new LinkedHashMap<>(4);
    private @Nullable RoomInfo room;
    private @Nullable RoomInfo held;
    private @Nullable RoomId warm;

    Knowledge() {}

    /// An invitation as far as it is known.
    record Known(List<UserId> inviteeList, String data, boolean ended, Instant at) {}

    Map<InviteId, Known> invitations() {
        return invitations;
    }

    @Nullable
    Known of(InviteId id) {
        return invitations.get(id);
    }

    boolean hasEnded(InviteId id) {
        Known known = invitations.get(id);
        return known != null && known.ended();
    }

    @Nullable
    RoomInfo room() {
        return room;
    }

    /// The room on hold.
    @Nullable
    RoomInfo held() {
        return held;
    }

    /// Where this device's warm connection will enter when its invitation is accepted.
    @Nullable
    RoomId warm() {
        return warm;
    }

    void remember(InviteId id, List<UserId> inviteeList, String data, Instant now) {
        put(id, new Known(inviteeList, data, false, now));
    }

    void rememberData(InviteId id, String data, Instant now) {
        Known known = invitations.get(id);
        if (known != null) {
            put(id, new Known(known.inviteeList(), data, known.ended(), now));
        }
    }

    void rememberEnd(InviteId id, Instant now) {
        Known known = invitations.get(id);
        put(
                id,
                known == null
                        ? new Known(List.of(), "", true, now)
                        : new Known(known.inviteeList(), known.data(), true, now));
    }

    private void put(InviteId id, Known known) {
        invitations
                .values()
                .removeIf(each -> each.ended() && !each.at().isAfter(known.at().minus(REMEMBERED)));
        invitations.put(id, known);
    }

    void warmed(RoomId where) {
        warm = where;
    }

    /// Being in a room; it is not on hold any more if it was. Who comes back to a room on hold puts the one in between
    /// on hold.
    void enter(RoomInfo entered) {
        if (is(held, entered.roomId())) {
            held = is(room, entered.roomId()) ? null : room;
        }
        room = entered;
        warm = null;
    }

    /// Out of the room named, be it on hold or the current one; without a name the current one, and no longer warm for
    /// one. False when that changes nothing.
    boolean leave(@Nullable RoomId name) {
        if (name != null && is(held, name)) {
            held = null;
            return true;
        }
        boolean current = name == null || room == null || is(room, name);
        boolean changes = current && (room != null || warm != null);
        if (current) {
            room = null;
            warm = null;
        }
        return changes;
    }

    void hold() {
        held = room == null ? held : room;
        room = null;
    }

    /// Changes who is in the room named, or in the current one.
    void inRoom(@Nullable RoomId name, java.util.function.UnaryOperator<RoomInfo> change) {
        if (name != null && held != null && is(held, name)) {
            held = change.apply(held);
        } else if (room != null && (name == null || is(room, name))) {
            room = change.apply(room);
        }
    }

    static boolean is(@Nullable RoomInfo room, @Nullable RoomId name) {
        return room != null && room.roomId().equals(name);
    }
}
