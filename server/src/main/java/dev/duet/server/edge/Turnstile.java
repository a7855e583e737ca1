// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import dev.duet.error.ErrorCode;
import dev.duet.server.config.Settings;
import dev.duet.server.watch.Gauges;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;

/// Lets each address have only so many connections. One of a believed proxy stands for many people: there, each
/// WebSocket is counted for the address that the proxy names.
public final class Turnstile {
    /// Within it a client too many asks for something, and is told.
    private static final int PATIENCE_SECONDS = 5;

    private static final AttributeKey<Boolean> TURNED_AWAY = AttributeKey.valueOf("duet.turned.away");

    private final Settings.Sockets limits;
    private final Gauges gauges;
    private final Headcount counts = new Headcount();

    public Turnstile(Settings.Sockets limits, Gauges gauges) {
        this.limits = limits;
        this.gauges = gauges;
    }

    /// Counts a new connection, or marks it as one too many.
    public void arrived(HttpConnection connection) {
        InetAddress from = InetAddress.ofLiteral(connection.remoteAddress().hostAddress());
        if (limits.proxies().contains(from)) {
            return;
        }
        Channel channel = channel(connection);
        int open = counts.enter(from);
        var _ = channel.closeFuture().addListener(closed -> counts.leave(from));
        if (open > limits.perAddress()) {
            turnAway(channel, open);
        }
    }

    /// As many again are told why; more are not even heard.
    private void turnAway(Channel channel, int open) {
        gauges.connectionRefused();
        if (open > 2 * limits.perAddress()) {
            cut(channel);
        } else {
            channel.attr(TURNED_AWAY).set(true);
            var _ = channel.eventLoop().schedule(() -> cut(channel), PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void cut(Channel channel) {
        var _ = channel.close();
    }

    /// Handles the requests of those who were let in.
    public Handler<HttpServerRequest> before(Handler<HttpServerRequest> site) {
        return request -> {
            if (channel(request.connection()).hasAttr(TURNED_AWAY)) {
                refuse(request);
            } else {
                site.handle(request);
            }
        };
    }

    /// Counts a WebSocket that a proxy passes on, unless it is one too many.
    boolean admits(InetAddress named) {
        if (counts.enter(named) <= limits.perAddress()) {
            return true;
        }
        counts.leave(named);
        gauges.connectionRefused();
        return false;
    }

    void left(InetAddress named) {
        counts.leave(named);
    }

    static void refuse(HttpServerRequest request) {
        ErrorCode code = ErrorCode.FREQUENCY_LIMIT;
        JsonObject error = new JsonObject()
                .put("code", code.number())
                .put("message", "Too many connections of this address are open; close some, or wait.");
        request.response()
                .setStatusCode(code.httpStatus())
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Connection", "close")
                .end(new JsonObject().put("error", error).encode());
    }

    private static Channel channel(HttpConnection connection) {
        return ((HttpServerConnection) connection).channelHandlerContext().channel();
    }
}
