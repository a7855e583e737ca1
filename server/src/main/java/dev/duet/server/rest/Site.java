// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.rest;

import dev.duet.server.edge.Sockets;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;

/// Every path of a node, in the order they are tried.
public final class Site {
    /// Our largest request body holds one user id.
    private static final int MAX_BODY_BYTES = 4096;

    private static final String SOCKET = "/v1/ws";

    private Site() {}

    public static Handler<HttpServerRequest> of(
            Vertx vertx,
            Sockets sockets,
            NodeInfo info,
            DevTickets tickets,
            Watchtower watchtower,
            Cors cors,
            Pages pages) {
        Router router = Router.router(vertx);
        router.route().handler(SecurityHeaders::add);
        router.route("/v1/*").handler(cors::handle);
        router.get("/v1/info").handler(info::show);
        router.post("/v1/dev/usersig")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES))
                .handler(tickets::issue);
        router.route("/v1/*").handler(Answer::noSuchPath);
        router.get("/metrics").handler(watchtower::metrics);
        router.get("/healthz").handler(watchtower::health);
        router.route().method(HttpMethod.GET).method(HttpMethod.HEAD).handler(pages::serve);
        router.route().handler(Answer::noSuchPath);
        router.route().failureHandler(Answer::failed);
        return request -> {
            if (SOCKET.equals(request.path())) {
                sockets.accept(request);
            } else {
                router.handle(request);
            }
        };
    }
}
