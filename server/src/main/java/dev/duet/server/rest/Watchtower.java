// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.rest;

import dev.duet.server.config.Settings.Exposure;
import dev.duet.server.watch.Gauges;
import dev.duet.server.watch.Health;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.Map;

/// Metrics and health for whoever runs the node.
public record Watchtower(Gauges gauges, Health health, Exposure exposure) {

    void metrics(RoutingContext exchange) {
        if (exposure == Exposure.THIS_MACHINE && !isFromThisMachine(exchange.request())) {
            Answer.noSuchPath(exchange);
            return;
        }
        exchange.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(gauges.scrape());
    }

    void health(RoutingContext exchange) {
        Map<String, String> troubles = health.troubles();
        JsonObject body = new JsonObject().put("status", troubles.isEmpty() ? "up" : "down");
        if (!troubles.isEmpty()) {
            body.put("troubles", new JsonObject(Map.copyOf(troubles)));
        }
        Answer.json(exchange, troubles.isEmpty() ? 200 : 503, body);
    }

    /// What a proxy on this machine passes on comes from elsewhere.
    private static boolean isFromThisMachine(HttpServerRequest request) {
        return InetAddress.ofLiteral(request.remoteAddress().hostAddress()).isLoopbackAddress()
                && !request.headers().contains("X-Forwarded-For")
                && !request.headers().contains("Forwarded");
    }
}
