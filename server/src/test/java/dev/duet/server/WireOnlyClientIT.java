// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second client, written from docs/protocol.md alone: the JDK's WebSocket, and text for JSON. None of our code
/// takes part on its side.
class WireOnlyClientIT {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void a_stranger_logs_in_is_called_and_accepts() throws Exception {
        try (TestNode node = new TestNode(folder);
                Phone alice = node.phone("alice")) {
            Stranger bob = new Stranger(node.port());
            bob.logIn("bob");

            String id = alice.call("bob");
            String invitation = bob.hear("newInvitation");
            assertThat(text(invitation, "inviteId")).isEqualTo(id);
            assertThat(text(invitation, "inviter")).isEqualTo("alice");

            bob.say("accept", "{\"inviteId\":\"" + text(invitation, "inviteId") + "\",\"data\":\"hi\"}");
            assertThat(bob.hear("\"id\":2")).contains("\"result\"");

            alice.event("invitationDelivered");
            assertThat(alice.event("inviteeAccepted").getString("data")).isEqualTo("hi");
        }
    }

    private static final class Stranger implements WebSocket.Listener {
        private static final HttpClient HTTP = HttpClient.newHttpClient();

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private final String server;
        private final WebSocket socket;
        private int id;

        Stranger(int port) {
            server = "127.0.0.1:" + port;
            socket = HTTP.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://" + server + "/v1/ws"), this)
                    .join();
        }

        void logIn(String user) throws Exception {
            String ticket = HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://" + server + "/v1/dev/usersig"))
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"userId\":\"" + user + "\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            say("login", """
                    {"sdkAppId":%s,"userId":"%s","userSig":"%s","device":{"id":"bot-1","platform":"linux"}}""".formatted(number(ticket, "sdkAppId"), user, text(ticket, "userSig")));
            assertThat(hear("\"id\":1")).contains("\"loginId\"");
        }

        void say(String method, String params) {
            String frame =
                    "{\"jsonrpc\":\"2.0\",\"id\":" + ++id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
            socket.sendText(frame, true).join();
        }

        String hear(String part) throws InterruptedException {
            @Nullable String frame = heard.poll(10, TimeUnit.SECONDS);
            assertThat(frame).contains(part);
            return String.valueOf(frame);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                heard.add(partial.toString());
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    private static String text(String json, String member) {
        return find(json, "\"" + member + "\":\"([^\"]*)\"");
    }

    private static String number(String json, String member) {
        return find(json, "\"" + member + "\":([0-9]+)");
    }

    private static String find(String json, String pattern) {
        Matcher match = Pattern.compile(pattern).matcher(json);
        assertThat(match.find()).as("%s in %s", pattern, json).isTrue();
        return match.group(1);
    }
}
