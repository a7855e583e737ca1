// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A client on a real socket that says what a test tells it to, and waits for what the test expects.
final class Phone implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 10;
    private static final int PROBE_MILLIS = 50;

    private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonObject> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private int lastId;

    Phone(int port) {
        this(port, "X-Nothing", "here");
    }

    Phone(int port, String header, String value) {
        this(HTTP, URI.create("ws://127.0.0.1:" + port + "/v1/ws"), header, value);
    }

    /// @param http knows the certificates the phone trusts
    Phone(HttpClient http, URI address, String header, String value) {
        this.socket = http.newWebSocketBuilder()
                .header(header, value)
                .buildAsync(address, new Ears())
                .join();
    }

    private final class Ears implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonObject frame = new JsonObject(text.toString());
                text.setLength(0);
                (frame.containsKey("method") ? events : answers).add(frame);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(1006);
        }
    }

    void say(String frame) {
        socket.sendText(frame, true).join();
    }

    void sayBinary(byte[] frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
    }

    /// Says a request and waits for its answer.
    JsonObject ask(String method, JsonObject params) {
        JsonObject request = new JsonObject()
                .put("jsonrpc", "2.0")
                .put("id", ++lastId)
                .put("method", method)
                .put("params", params);
        say(request.encode());
        JsonObject answer = answer();
        assertThat(answer.getValue("id")).isEqualTo(lastId);
        return answer;
    }

    /// The result of a request that is carried out.
    JsonObject done(String method, JsonObject params) {
        JsonObject answer = ask(method, params);
        assertThat(answer.getJsonObject("error")).as("the error of %s", method).isNull();
        return answer.getJsonObject("result");
    }

    /// The error code of a request that is refused.
    int refused(String method, JsonObject params) {
        return code(ask(method, params));
    }

    static int code(JsonObject answer) {
        assertThat(answer.getJsonObject("error")).as("%s", answer).isNotNull();
        return answer.getJsonObject("error").getInteger("code");
    }

    JsonObject answer() {
        return next(answers, "an answer");
    }

    /// The parameters of the next event, which must be this one.
    JsonObject event(String method) {
        JsonObject event = next(events, method);
        assertThat(event.getString("method")).isEqualTo(method);
        return event.getJsonObject("params");
    }

    private static JsonObject next(BlockingQueue<JsonObject> frames, String wanted) {
        try {
            JsonObject frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(frame).as("%s within %d s", wanted, PATIENCE_SECONDS).isNotNull();
            return frame;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Everything the server said before this request's answer has arrived once this returns; nothing was an event.
    void heardNothing() {
        ask("getInvitation", new JsonObject().put("inviteId", "none"));
        assertThat(events).isEmpty();
    }

    JsonObject logIn(long app, String user, String ticket, String device) {
        return done("login", login(app, user, ticket, device));
    }

    static JsonObject login(long app, String user, String ticket, String device) {
        return new JsonObject()
                .put("sdkAppId", app)
                .put("userId", user)
                .put("userSig", ticket)
                .put(
                        "device",
                        new JsonObject()
                                .put("id", device)
                                .put("platform", "web")
                                .put("name", "test"));
    }

    /// Invites and returns the invitation's id.
    String call(String user) {
        return done("invite", new JsonObject().put("invitee", user).put("data", "hello"))
                .getString("inviteId");
    }

    /// The code with which the server closed the socket.
    int closeCode() {
        try {
            return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the socket was not closed", e);
        }
    }

    /// Returns once the connection has ended without a goodbye. The phone probes meanwhile: the JDK's reader sometimes
    /// misses an end that comes right behind a frame, and the next word finds out.
    void noticesTheCut() {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < giveUp) {
            try {
                assertThat(closed.get(PROBE_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(1006);
                return;
            } catch (TimeoutException e) {
                var _ = socket.sendPing(ByteBuffer.allocate(0)).exceptionally(broken -> {
                    closed.complete(1006);
                    return socket;
                });
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("the connection was not cut");
    }

    @Override
    public void close() {
        socket.abort();
    }
}
