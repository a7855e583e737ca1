// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import dev.duet.id.UserId;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// All sockets that are open.
public final class Sockets {
    /// The largest piece of a message that the HTTP server should take.
    public static final int MAX_FRAME_BYTES = Assembly.MAX_BYTES;

    private final Desk desk;
    private final Turnstile turnstile;
    private final Set<ClientSocket> open = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private volatile boolean stopping;

    public Sockets(Desk desk, Turnstile turnstile) {
        this.desk = desk;
        this.turnstile = turnstile;
    }

    /// Upgrades a request, or refuses it when it is not one for a WebSocket.
    public void accept(HttpServerRequest request) {
        if (stopping) {
            request.response().setStatusCode(503).end();
            return;
        }
        Visitor visitor = Visitor.of(request, desk.limits().proxies());
        if (visitor.passedOn() && !turnstile.admits(visitor.address())) {
            Turnstile.refuse(request);
            return;
        }
        request.toWebSocket().onSuccess(socket -> opened(socket, visitor)).onFailure(notOne -> {
            left(visitor);
            if (!request.response().ended()) {
                request.response()
                        .setStatusCode(426)
                        .putHeader("Upgrade", "websocket")
                        .end();
            }
        });
    }

    private void opened(ServerWebSocket socket, Visitor visitor) {
        ClientSocket client = new ClientSocket(socket, visitor.address().getHostAddress(), desk);
        open.add(client);
        desk.gauges().socketOpened();
        client.open(() -> closed(client, visitor));
    }

    private void closed(ClientSocket client, Visitor visitor) {
        open.remove(client);
        left(visitor);
        completeWhenGone();
    }

    private void left(Visitor visitor) {
        if (visitor.passedOn()) {
            turnstile.left(visitor.address());
        }
    }

    private void completeWhenGone() {
        if (stopping && open.isEmpty()) {
            gone.complete(null);
        }
    }

    /// Lets every socket look at the clock; somebody calls it about once a second.
    public void sweep() {
        Instant now = desk.clock().instant();
        open.forEach(client -> client.look(now));
    }

    /// Ends the connections of a user without a word, as a broken network does.
    public void cut(UserId user) {
        open.stream().filter(client -> client.isOf(user)).forEach(ClientSocket::cut);
    }

    /// Tells every client that the server stops, and takes no new ones. Complete when all are gone.
    public CompletableFuture<Void> stop() {
        stopping = true;
        open.forEach(client -> client.end(Closing.SERVER_STOPS));
        completeWhenGone();
        return gone;
    }

    public int count() {
        return open.size();
    }
}
