// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.rest;

import dev.duet.id.AppId;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// What a page may know before it logs in.
///
/// @param devApp the app to sign in to while the node is in development mode
public record NodeInfo(String version, Optional<AppId> devApp) {

    void show(RoutingContext exchange) {
        JsonObject body = new JsonObject().put("dev", devApp.isPresent()).put("version", version);
        devApp.ifPresent(app -> body.put("sdkAppId", app.value()));
        Answer.json(exchange, 200, body);
    }
}
