// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a client really is, when a proxy stands between.
final class Visitor {
    private Visitor() {}

    /// The address a believed proxy names last, else the one the connection comes from.
    static String address(HttpServerRequest request, List<InetAddress> proxies) {
        String nearest = request.remoteAddress().hostAddress();
        @Nullable String named = request.getHeader("X-Forwarded-For");
        if (named == null || !proxies.contains(InetAddress.ofLiteral(nearest))) {
            return nearest;
        }
        String last = named.substring(named.lastIndexOf(',') + 1).strip();
        try {
            return InetAddress.ofLiteral(last).getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return nearest;
        }
    }
}
