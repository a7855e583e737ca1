// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a client really is, when a proxy stands between.
///
/// @param passedOn whether a believed proxy names the address
record Visitor(InetAddress address, boolean passedOn) {

    /// The address a believed proxy names last, else the one the connection comes from.
    static Visitor of(HttpServerRequest request, List<InetAddress> proxies) {
        InetAddress nearest = InetAddress.ofLiteral(request.remoteAddress().hostAddress());
        @Nullable String named = request.getHeader("X-Forwarded-For");
        if (named == null || !proxies.contains(nearest)) {
            return new Visitor(nearest, false);
        }
        String last = named.substring(named.lastIndexOf(',') + 1).strip();
        try {
            return new Visitor(InetAddress.ofLiteral(last), true);
        } catch (IllegalArgumentException noAddress) {
            return new Visitor(nearest, false);
        }
    }
}
