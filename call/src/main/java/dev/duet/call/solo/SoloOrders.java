// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.solo;

import dev.duet.call.agenda.Ticket;
import dev.duet.frame.ReceiveWish;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;

/// What the media is told to do for one device by itself. Offers are answered later, to their ticket.
public interface SoloOrders {

    /// Connects a device in a lobby, in place of whatever it has.
    void warmUp(Ticket ticket, UserId user, String sdp);

    /// Sends a device its own media back.
    void openMirror(Ticket ticket, UserId user, String sdp);

    void restartIce(Ticket ticket, UserId user, String sdp);

    void receive(LoginId login, ReceiveWish wish);

    /// The lobby's media becomes the user's in the room.
    void adopt(LoginId login, RoomId room, UserId user);

    /// Ends a lobby's or a mirror's media, if there is any.
    void close(LoginId login);
}
