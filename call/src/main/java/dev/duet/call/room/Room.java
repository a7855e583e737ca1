// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.RoomUser;
import dev.duet.frame.Scene;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Two places for two users, and who holds them. A value: each change makes a new one.
///
/// @param inviteId the accepted invitation that led here, if any did
/// @param entering users whose offer is being answered: their place is kept
/// @param numbered the highest number of a custom command of anybody who has left
public record Room(
        RoomId id,
        Scene scene,
        @Nullable InviteId inviteId,
        List<Occupant> occupants,
        Set<UserId> entering,
        long numbered) {
    /// A call has two ends.
    public static final int PLACES = 2;

    /// One that nobody is in yet.
    public static Room open(RoomId id, Scene scene) {
        return new Room(id, scene, null, List.of(), Set.of(), 0);
    }

    /// Why this user may not come in, or empty when it may.
    public Optional<Refusal> refuses(UserId user, Scene wanted) {
        if (isFullFor(user)) {
            return Optional.of(Refusal.of(ErrorCode.ROOM_FULL));
        }
        if (wanted != sceneFor(user, wanted)) {
            return Optional.of(new Refusal(
                    ErrorCode.INVALID_PARAMETERS, "The room is used with another scene; enter with the same one."));
        }
        return Optional.empty();
    }

    /// Whether others hold or are being given both places.
    public boolean isFullFor(UserId user) {
        return countOthers(user) >= PLACES;
    }

    public Room keepsPlaceFor(UserId user, Scene wanted) {
        Set<UserId> more = new HashSet<>(entering);
        more.add(user);
        return new Room(id, sceneFor(user, wanted), inviteId, occupants, Set.copyOf(more), numbered);
    }

    /// The room as this user finds it: its scene is the user's choice while nobody else is there.
    public Room foundBy(UserId user, Scene wanted) {
        return new Room(id, sceneFor(user, wanted), inviteId, occupants, entering, numbered);
    }

    public Room givesUpPlaceOf(UserId user) {
        Set<UserId> fewer = new HashSet<>(entering);
        fewer.remove(user);
        return new Room(id, scene, inviteId, occupants, Set.copyOf(fewer), numbered);
    }

    /// The room with this user in it, in place of an earlier entry of the same user.
    public Room with(Occupant newcomer) {
        Optional<Occupant> before = occupant(newcomer.user());
        Commands commands = before.map(Occupant::commands).orElseGet(() -> Commands.from(numbered));
        long others = others(newcomer.user()).stream()
                .mapToLong(other -> other.commands().numbered())
                .max()
                .orElse(0);
        Room without = without(newcomer.user()).givesUpPlaceOf(newcomer.user());
        List<Occupant> more = new ArrayList<>(without.occupants);
        Instant since = before.map(Occupant::since).orElse(newcomer.since());
        more.add(newcomer.goingOn(commands, others, since));
        return new Room(id, scene, inviteId, List.copyOf(more), without.entering, numbered);
    }

    /// The room where this occupant has changed.
    public Room where(Occupant changed) {
        return new Room(
                id,
                scene,
                inviteId,
                occupants.stream()
                        .map(one -> one.user().equals(changed.user()) ? changed : one)
                        .toList(),
                entering,
                numbered);
    }

    public Room without(UserId user) {
        return new Room(
                id,
                scene,
                inviteId,
                others(user),
                entering,
                occupant(user)
                        .map(gone -> Math.max(numbered, gone.commands().numbered()))
                        .orElse(numbered));
    }

    public Room ledBy(@Nullable InviteId invitation) {
        return new Room(id, scene, invitation, occupants, entering, numbered);
    }

    public Optional<Occupant> occupant(UserId user) {
        return occupants.stream().filter(one -> one.user().equals(user)).findFirst();
    }

    public List<Occupant> others(UserId user) {
        return occupants.stream().filter(one -> !one.user().equals(user)).toList();
    }

    /// Whether somebody else shares a screen.
    public boolean isScreenTakenFor(UserId user) {
        return others(user).stream().anyMatch(other -> other.sends().screen());
    }

    /// The room as this user sees it.
    public RoomInfo infoFor(UserId user) {
        return new RoomInfo(id, scene, usersFor(user), together());
    }

    /// Since when there are two, if there are. Who enters anew, or comes back from hold, does not begin anew.
    @Nullable
    public Instant together() {
        return occupants.size() < PLACES
                ? null
                : occupants.stream()
                        .map(Occupant::since)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }

    public List<RoomUser> usersFor(UserId user) {
        return others(user).stream()
                .map(other -> new RoomUser(other.user(), other.sends(), other.held()))
                .toList();
    }

    private Scene sceneFor(UserId user, Scene wanted) {
        return countOthers(user) == 0 ? wanted : scene;
    }

    private long countOthers(UserId user) {
        return Stream.concat(occupants.stream().map(Occupant::user), entering.stream())
                .filter(other -> !other.equals(user))
                .distinct()
                .count();
    }
}
