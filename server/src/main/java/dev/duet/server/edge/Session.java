// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import dev.duet.call.switchboard.Effect.CloseReason;
import dev.duet.frame.Ack;
import dev.duet.frame.ServerEvent;
import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import dev.duet.server.exchange.DeviceLine;
import java.time.Instant;

/// One login on one socket; a device that renews its ticket has one after another.
record Session(ClientSocket socket, AppId app, UserId user, LoginId login, Instant ticketEnds) implements DeviceLine {

    @Override
    public void answer(Ack ack) {
        socket.send(ack);
    }

    @Override
    public void tell(ServerEvent event) {
        socket.send(event);
    }

    /// Closes the socket only while this login is the one it carries.
    @Override
    public void close(CloseReason why) {
        socket.end(
                this,
                switch (why) {
                    case REPLACED -> Closing.REPLACED;
                    case KICKED -> Closing.KICKED;
                    case LOGGED_OUT -> Closing.LOGGED_OUT;
                });
    }
}
