// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ringing;

import dev.duet.call.agenda.Connecting;
import dev.duet.call.invitation.Invitation;
import dev.duet.call.invitation.Invitations;
import dev.duet.call.room.Room;
import dev.duet.call.room.Rooms;
import dev.duet.id.UserId;
import java.util.List;
import java.util.Optional;

/// Who is busy: a user for whom something rings, in or out, who is on the way to a room, in one or has one on hold, on
/// any device.
public record Busy(Invitations invitations, Rooms rooms, Connecting connecting) {

    /// Whether this user is busy for that caller. Two users who are in a call with each other, or about to be, are not
    /// busy for one another: invitations between them are messages within the call ("hung up", "switch to video").
    boolean isBusyFor(UserId user, UserId caller) {
        List<Room> places = rooms.withPlaceOf(user).toList();
        Optional<UserId> partner = connecting.partnerOf(user);
        boolean together =
                places.stream().anyMatch(room -> room.occupant(caller).isPresent())
                        || partner.filter(caller::equals).isPresent();
        return !together && (!places.isEmpty() || partner.isPresent() || rings(user));
    }

    private boolean rings(UserId user) {
        return invitations.ringing(user).anyMatch(one -> knows(user, one));
    }

    private static boolean knows(UserId user, Invitation ringing) {
        return ringing.inviter().equals(user) || ringing.isVisibleToInvitee();
    }
}
