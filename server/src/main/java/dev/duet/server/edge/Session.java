// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import dev.duet.call.switchboard.Effect.CloseReason;
import dev.duet.frame.Ack;
import dev.duet.frame.RequestId;
import dev.duet.frame.ServerEvent;
import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import dev.duet.server.exchange.DeviceLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One login on one socket.
final class Session implements DeviceLine {
    private final ClientSocket socket;
    private final AppId app;
    private final UserId user;
    private final LoginId login;
    private final Instant ticketEnds;
    private volatile @Nullable RequestId leavingWith;
    private volatile boolean toldOfExpiry;

    Session(ClientSocket socket, AppId app, UserId user, LoginId login, Instant ticketEnds) {
        this.socket = socket;
        this.app = app;
        this.user = user;
        this.login = login;
        this.ticketEnds = ticketEnds;
    }

    AppId app() {
        return app;
    }

    UserId user() {
        return user;
    }

    LoginId login() {
        return login;
    }

    /// Whether its ticket has run out since somebody last asked.
    boolean hasJustExpired(Instant now) {
        boolean just = !toldOfExpiry && now.isAfter(ticketEnds);
        toldOfExpiry |= just;
        return just;
    }

    /// The device asked to log out with this request.
    void leaves(RequestId with) {
        leavingWith = with;
    }

    /// A logout frees the socket before its answer goes out: the client may log in again at once.
    @Override
    public void answer(Ack ack) {
        if (ack instanceof Ack.Done done && done.id().equals(leavingWith)) {
            socket.loggedOut();
        }
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
            case LOGGED_OUT -> {} // the socket stays, for another login
        }
    }
}
