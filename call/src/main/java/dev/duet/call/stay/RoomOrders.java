// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.stay;

import dev.duet.call.agenda.Ticket;
import dev.duet.frame.ReceiveWish;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;

/// What the media is told to do for users in rooms. Offers are answered later, to their ticket.
public interface RoomOrders {

    /// A second entry of the same user replaces the first.
    void enter(Ticket ticket, RoomId room, UserId user, String sdp);

    void restartIce(Ticket ticket, RoomId room, UserId user, String sdp);

    void receive(RoomId room, UserId user, ReceiveWish wish);

    /// Ends a user's media in a room, if there is any.
    void leave(RoomId room, UserId user);
}
