// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.rest;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/// The other web origins whose pages may use `/v1`.
public record Cors(List<String> origins) {

    void handle(RoutingContext exchange) {
        String origin = exchange.request().getHeader("Origin");
        if (origin != null && origins.contains(origin)) {
            exchange.response()
                    .putHeader("Access-Control-Allow-Origin", origin)
                    .putHeader("Access-Control-Allow-Methods", "GET, POST")
                    .putHeader("Access-Control-Allow-Headers", "Content-Type")
                    .putHeader("Access-Control-Max-Age", "600")
                    .putHeader("Vary", "Origin");
        }
        if (exchange.request().method().equals(HttpMethod.OPTIONS)) {
            exchange.response().setStatusCode(204).end();
        } else {
            exchange.next();
        }
    }
}
