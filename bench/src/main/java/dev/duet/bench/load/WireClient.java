// SPDX-License-Identifier: Apache-2.0
package dev.duet.bench.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// A bare signaling client: one login on one WebSocket.
public final class WireClient implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Map<Long, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final StringBuilder text = new StringBuilder();
    private final BiConsumer<String, JsonObject> events;
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private WireClient(BiConsumer<String, JsonObject> events) {
        this.events = events;
    }

    /// Logs in with a ticket that the server's dev mode hands out; events are ignored.
    ///
    /// @throws IllegalStateException when the server refuses
    public static WireClient login(HttpClient http, URI server, String user) {
        return login(http, server, user, (method, params) -> {});
    }

    /// As [#login(HttpClient,URI,String)], with events as (method, params) on the socket's thread.
    public static WireClient login(HttpClient http, URI server, String user, BiConsumer<String, JsonObject> events) {
        JsonObject ticket = ticket(http, server, user);
        WireClient client = new WireClient(events);
        http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + server.getAuthority() + "/v1/ws"), client)
                .thenAccept(client.socket::complete)
                .exceptionally(client::broken);
        JsonObject device = new JsonObject()
                .put("id", "bench-" + user)
                .put("platform", "java")
                .put("name", "bench");
        client.request(
                "login",
                new JsonObject()
                        .put("sdkAppId", ticket.getLong("sdkAppId"))
                        .put("userId", user)
                        .put("userSig", ticket.getString("userSig"))
                        .put("device", device));
        return client;
    }

    private static JsonObject ticket(HttpClient http, URI server, String user) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/v1/dev/usersig"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        new JsonObject().put("userId", user).encode()))
                .build();
        try {
            return new JsonObject(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException broken) {
            throw new IllegalStateException("no ticket: " + broken.getMessage(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /// Sends a request and waits for its result.
    ///
    /// @throws IllegalStateException when it is refused or not answered in time
    public JsonObject request(String method, JsonObject params) {
        return send(method, params)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /// Sends a request; the result comes on the socket's thread, a refusal as an exception.
    public CompletableFuture<JsonObject> send(String method, JsonObject params) {
        long id = lastId.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        JsonObject frame = new JsonObject()
                .put("jsonrpc", "2.0")
                .put("id", id)
                .put("method", method)
                .put("params", params);
        var _ = socket.thenCompose(open -> open.sendText(frame.encode(), true)).exceptionally(e -> null);
        return answer;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            JsonObject frame = new JsonObject(text.toString());
            text.setLength(0);
            take(frame);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void take(JsonObject frame) {
        String method = frame.getString("method");
        if (method != null) {
            events.accept(method, frame.getJsonObject("params", new JsonObject()));
            return;
        }
        CompletableFuture<JsonObject> answer = waiting.remove(frame.getLong("id"));
        if (answer == null) {
            return;
        }
        JsonObject error = frame.getJsonObject("error");
        if (error == null) {
            answer.complete(frame.getJsonObject("result", new JsonObject()));
        } else {
            answer.completeExceptionally(new IllegalStateException(error.encode()));
        }
    }

    @Override
    public void onError(WebSocket webSocket, Throwable cause) {
        broken(cause);
    }

    private Void broken(Throwable cause) {
        waiting.values().forEach(answer -> answer.completeExceptionally(new IllegalStateException(cause)));
        socket.completeExceptionally(cause);
        return null;
    }

    @Override
    public void close() {
        var _ = socket.thenAccept(WebSocket::abort);
    }
}
