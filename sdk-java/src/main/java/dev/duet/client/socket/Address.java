// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.socket;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Where the WebSocket of a server is.
public final class Address {
    private Address() {}

    /// Of a server given by its origin, as `https://calls.example.org`; empty when that is none.
    public static Optional<URI> ofServer(String origin) {
        try {
            URI base = new URI(origin);
            if (base.getHost() == null || base.getScheme() == null) {
                return Optional.empty();
            }
            return scheme(base.getScheme().toLowerCase(Locale.ROOT))
                    .map(scheme -> URI.create(scheme + "://" + base.getRawAuthority() + "/v1/ws"));
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    private static Optional<String> scheme(String given) {
        return switch (given) {
            case "http", "ws" -> Optional.of("ws");
            case "https", "wss" -> Optional.of("wss");
            default -> Optional.empty();
        };
    }
}
