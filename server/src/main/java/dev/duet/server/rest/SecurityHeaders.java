// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.rest;

import io.vertx.ext.web.RoutingContext;

/// The headers that tell a browser how little our pages need.
final class SecurityHeaders {
    /// Our own files alone; `blob:` and `data:` for pictures and sounds that the page makes itself, and compiled code
    /// of our own for its effects.
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "img-src 'self' data: blob:",
            "media-src 'self' data: blob: mediastream:",
            "worker-src 'self' blob:",
            "style-src 'self' 'unsafe-inline'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'");

    private static final String PERMISSIONS =
            "camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self), "
                    + "picture-in-picture=(self), geolocation=(), payment=(), usb=()";

    private SecurityHeaders() {}

    static void add(RoutingContext exchange) {
        exchange.response()
                .putHeader("Content-Security-Policy", CONTENT)
                .putHeader("Permissions-Policy", PERMISSIONS)
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
        exchange.next();
    }
}
