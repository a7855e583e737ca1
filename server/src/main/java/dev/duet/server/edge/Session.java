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

/// One login on one socket.
record Session(ClientSocket socket, AppId app, UserId user, LoginId login, Instant ticketEnds) implements DeviceLine {

    @Override
    public void answer(Ack ack) {
        socket.send(ack);
    }

    @Override
    public void tell(ServerEvent event) {
        socket.send(event);
    }

    @Override
    public void close(CloseReason why) {
        switch (why) {
            case REPLACED -> socket.end(Closing.REPLACED);
            case KICKED -> socket.end(Closing.KICKED);
            case LOGGED_OUT -> socket.loggedOut();
        }
    }
}
