// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import dev.duet.client.call.Account;
import dev.duet.softphone.phone.choice.Order;
import dev.duet.softphone.talk.CannotCall;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Where tickets come from: the command line, or a server in development mode.
///
/// @param server its origin
/// @param user who is to sign in
record TicketOffice(String server, String user) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String DEVICE = "softphone";

    private record Ticket(long sdkAppId, String userSig) {}

    Account account(Order.Ticket given) throws CannotCall, InterruptedException {
        String userSig = given.userSig();
        Long app = given.sdkAppId();
        if (userSig != null && app != null) {
            return Account.of(server, app, user, () -> CompletableFuture.completedFuture(userSig))
                    .withDeviceName(DEVICE);
        }
        long issuer = fetch().sdkAppId();
        return Account.of(server, issuer, user, this::another).withDeviceName(DEVICE);
    }

    private CompletionStage<String> another() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return fetch().userSig();
            } catch (CannotCall | InterruptedException none) {
                throw new IllegalStateException(none);
            }
        });
    }

    private Ticket fetch() throws CannotCall, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return read(http.send(request(), BodyHandlers.ofString()));
        } catch (IOException unreachable) {
            throw unreachable(server);
        }
    }

    private HttpRequest request() {
        String body = new JsonObject().put("userId", user).encode();
        return HttpRequest.newBuilder(URI.create(server).resolve("/v1/dev/usersig"))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private Ticket read(HttpResponse<String> answer) throws CannotCall {
        try {
            JsonObject body = answer.statusCode() == 200 ? new JsonObject(answer.body()) : new JsonObject();
            Long app = body.getLong("sdkAppId");
            String userSig = body.getString("userSig");
            if (app != null && userSig != null) {
                return new Ticket(app, userSig);
            }
        } catch (DecodeException | ClassCastException strange) {
            // It is not what we take it for.
        }
        throw new CannotCall("The server at " + server + " gives no tickets to whoever asks (it answered "
                + answer.statusCode() + "): have its operator make one with ./duet usersig mint --user " + user
                + ", and pass it with --ticket SIG --app ID.");
    }

    static CannotCall unreachable(String server) {
        return new CannotCall("No server can be reached at " + server
                + ": start one with ./duet start, or say where it is with --server URL.");
    }
}
