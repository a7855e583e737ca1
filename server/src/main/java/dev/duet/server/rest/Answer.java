// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.rest;

import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// JSON answers; a refusal looks as it does on the WebSocket: `{"error":{"code":…,"message":…}}`.
final class Answer {
    private static final Logger LOG = System.getLogger(Answer.class.getName());

    private Answer() {}

    static void json(RoutingContext exchange, int status, JsonObject body) {
        exchange.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(body.encode());
    }

    static void refuse(RoutingContext exchange, Refusal refusal) {
        refuse(exchange, refusal.code().httpStatus(), refusal);
    }

    static void noSuchPath(RoutingContext exchange) {
        refuse(exchange, 404, new Refusal(ErrorCode.NO_SUCH_METHOD, "There is nothing at this path."));
    }

    /// The fault of the client where the status says so, and otherwise ours.
    static void failed(RoutingContext exchange) {
        int status = exchange.statusCode();
        if (exchange.response().ended()) {
            return;
        }
        if (status >= 400 && status < 500) {
            refuse(exchange, status, Refusal.of(ErrorCode.WRONG_PARAMS));
        } else {
            LOG.log(
                    Level.ERROR,
                    "a request to " + exchange.currentRoute() + " failed; this is a bug",
                    exchange.failure());
            refuse(exchange, 500, Refusal.of(ErrorCode.INTERNAL));
        }
    }

    private static void refuse(RoutingContext exchange, int status, Refusal refusal) {
        JsonObject error = new JsonObject().put("code", refusal.code().number()).put("message", refusal.message());
        json(exchange, status, new JsonObject().put("error", error));
    }
}
