// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.server.edge.Sockets;
import dev.duet.server.edge.Turnstile;
import dev.duet.server.lan.LanCertificate;
import dev.duet.server.lan.PeekingTransport;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// The TCP side of a node: HTTP, or with a certificate HTTPS, where plain requests are sent on to it.
record HttpPort(Vertx vertx, Turnstile turnstile, Optional<LanCertificate> certificate) {
    /// A connection that carries no WebSocket is closed a little later than a silent socket would be.
    private static final int IDLE_MARGIN_SECONDS = 15;

    static Vertx vertx(Optional<LanCertificate> certificate) {
        VertxBuilder builder = Vertx.builder()
                .with(new VertxOptions()
                        .setFileSystemOptions(new FileSystemOptions()
                                .setFileCachingEnabled(false)
                                .setClassPathResolvingEnabled(false)));
        if (certificate.isPresent()) {
            builder.withTransport(new PeekingTransport());
        }
        return builder.build();
    }

    /// Serves, and returns the port.
    int listen(Handler<HttpServerRequest> site, InetSocketAddress address, Duration silent) throws CannotStart {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(address.getAddress().getHostAddress())
                .setPort(address.getPort())
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout((int) silent.toSeconds() + IDLE_MARGIN_SECONDS)
                .setMaxWebSocketFrameSize(Sockets.MAX_FRAME_BYTES);
        certificate.ifPresent(known -> secure(options, known));
        HttpServer server = vertx.createHttpServer(options)
                .connectionHandler(turnstile::arrived)
                .requestHandler(turnstile.before(site));
        try {
            return server.listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .actualPort();
        } catch (CompletionException e) {
            throw Ports.inUse("TCP", address.getAddress(), address.getPort());
        }
    }

    /// Without ALPN, so HTTP/1.1 alone: a WebSocket begins there.
    private static void secure(HttpServerOptions options, LanCertificate certificate) {
        options.setSsl(true)
                .setUseAlpn(false)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setKeyValue(Buffer.buffer(certificate.keyPem()))
                        .setCertValue(Buffer.buffer(certificate.certificatePem())));
    }
}
