// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.rest;

import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.id.UserId;
import dev.duet.server.lan.Neighbourhood;
import dev.duet.server.store.App;
import dev.duet.usersig.AppSecret;
import dev.duet.usersig.UserSigMint;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tickets for anybody who asks, while the node is in development mode.
///
/// @param app whose tickets; empty when the node is not in development mode
public record DevTickets(Optional<App> app, Audience audience, Clock clock) {
    /// A day: long enough for a day's work, short enough that a ticket left in a log is worthless tomorrow.
    private static final Duration LIFE = Duration.ofDays(1);

    /// Who may ask.
    public enum Audience {
        EVERYBODY,
        /// Whoever has an address of this machine or of a private network.
        NEIGHBOURS;

        boolean has(InetAddress address) {
            return this == EVERYBODY || Neighbourhood.has(address);
        }
    }

    void issue(RoutingContext exchange) {
        if (app.isEmpty() || !isByAddress(exchange.request()) || !isOfAudience(exchange.request())) {
            Answer.noSuchPath(exchange);
            return;
        }
        Optional<UserId> user = user(exchange);
        if (user.isEmpty()) {
            Answer.refuse(
                    exchange,
                    new Refusal(
                            ErrorCode.WRONG_PARAMS,
                            "Send {\"userId\":\"…\"} with 1 to 32 letters, digits, `_` or `-`."));
            return;
        }
        Answer.json(exchange, 200, ticket(app.get(), user.get()));
    }

    private JsonObject ticket(App app, UserId user) {
        String sig = new UserSigMint(app.id(), AppSecret.of(app.secret())).mint(user, clock.instant(), LIFE);
        return new JsonObject()
                .put("sdkAppId", app.id().value())
                .put("userId", user.text())
                .put("userSig", sig)
                .put("expire", LIFE.toSeconds());
    }

    private static Optional<UserId> user(RoutingContext exchange) {
        try {
            @Nullable JsonObject body = exchange.body().asJsonObject();
            return body != null && body.getValue("userId") instanceof String user ? UserId.of(user) : Optional.empty();
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private boolean isOfAudience(HttpServerRequest request) {
        return audience.has(InetAddress.ofLiteral(request.remoteAddress().hostAddress()));
    }

    /// A page of another site whose name was made to resolve to this machine names itself here.
    private static boolean isByAddress(HttpServerRequest request) {
        @Nullable HostAndPort authority = request.authority();
        return authority != null
                && (authority.host().equals("localhost")
                        || authority.host().matches("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\\]?"));
    }
}
