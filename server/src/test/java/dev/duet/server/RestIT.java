// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static HttpRequest.Builder at(TestNode node, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path));
    }

    private static HttpResponse<String> get(TestNode node, String path, String... headers) throws Exception {
        HttpRequest.Builder request = at(node, path);
        return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(TestNode node, String body, String... headers) throws Exception {
        HttpRequest.Builder request = at(node, "/v1/dev/usersig").POST(BodyPublishers.ofString(body));
        return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static int code(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getJsonObject("error").getInteger("code");
    }

    @Test
    void in_development_anybody_gets_a_ticket_that_logs_in() throws Exception {
        try (TestNode node = new TestNode(folder);
                Phone phone = node.phone()) {
            JsonObject info = new JsonObject(get(node, "/v1/info").body());
            assertThat(info.getBoolean("dev")).isTrue();
            assertThat(info.getLong("sdkAppId")).isEqualTo(node.app());
            assertThat(info.getString("version")).isNotEmpty();

            JsonObject ticket =
                    new JsonObject(post(node, "{\"userId\":\"alice\"}").body());
            assertThat(ticket.getLong("expire")).isEqualTo(86_400);
            phone.logIn(ticket.getLong("sdkAppId"), "alice", ticket.getString("userSig"), "tab");
        }
    }

    @Test
    void a_ticket_for_nobody_is_refused() throws Exception {
        try (TestNode node = new TestNode(folder)) {
            for (String body : new String[] {"", "{", "[]", "7", "{}", "{\"userId\":7}", "{\"userId\":\"a b\"}"}) {
                HttpResponse<String> answer = post(node, body);
                assertThat(answer.statusCode()).as(body).isEqualTo(400);
                assertThat(code(answer)).isEqualTo(-32602);
            }
            assertThat(post(node, "x".repeat(5000)).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void a_site_whose_name_was_made_to_point_here_gets_no_ticket() throws Exception {
        try (TestNode node = new TestNode(folder)) {
            assertThat(statusFor(node, "evil.example")).isEqualTo("404");
            assertThat(statusFor(node, "localhost:" + node.port())).isEqualTo("200");
            assertThat(statusFor(node, "[::1]:8080")).isEqualTo("200");
        }
    }

    /// Below the JDK's client, which does not let a test choose the `Host` header.
    private static String statusFor(TestNode node, String host) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
            String request = """
                    POST /v1/dev/usersig HTTP/1.1
                    Host: %s
                    Content-Length: 18

                    {"userId":"alice"}""".formatted(host).replace("\n", "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return new String(start, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length());
        }
    }

    @Test
    void outside_development_there_are_no_tickets() throws Exception {
        try (TestNode node = new TestNode(folder, "dev", "false")) {
            assertThat(post(node, "{\"userId\":\"alice\"}").statusCode()).isEqualTo(404);
            JsonObject info = new JsonObject(get(node, "/v1/info").body());
            assertThat(info.getBoolean("dev")).isFalse();
            assertThat(info.containsKey("sdkAppId")).isFalse();
        }
    }

    @Test
    void an_announced_server_is_not_in_development_unless_told_so() throws Exception {
        try (TestNode node = new TestNode(folder)) {
            assertThat(new JsonObject(get(node, "/v1/info").body()).getBoolean("dev"))
                    .isTrue();
        }
        try (TestNode node = new TestNode(folder, "announce", "203.0.113.7")) {
            assertThat(new JsonObject(get(node, "/v1/info").body()).getBoolean("dev"))
                    .isFalse();
        }
        try (TestNode node = new TestNode(folder, "announce", "203.0.113.7", "dev", "true")) {
            assertThat(new JsonObject(get(node, "/v1/info").body()).getBoolean("dev"))
                    .isTrue();
        }
    }

    @Test
    void only_pages_of_named_origins_may_use_the_interface() throws Exception {
        try (TestNode node = new TestNode(folder, "pages.origins", "https://app.example")) {
            String header = "Access-Control-Allow-Origin";
            assertThat(get(node, "/v1/info", "Origin", "https://app.example")
                            .headers()
                            .firstValue(header))
                    .contains("https://app.example");
            assertThat(get(node, "/v1/info", "Origin", "https://evil.example")
                            .headers()
                            .firstValue(header))
                    .isEmpty();
            HttpResponse<String> asked = HTTP.send(
                    at(node, "/v1/dev/usersig")
                            .method("OPTIONS", BodyPublishers.noBody())
                            .header("Origin", "https://app.example")
                            .build(),
                    BodyHandlers.ofString());
            assertThat(asked.statusCode()).isEqualTo(204);
            assertThat(asked.headers().firstValue(header)).isPresent();
        }
    }

    @Test
    void the_start_page_is_checked_again_each_time_and_guarded() throws Exception {
        try (TestNode node = new TestNode(folder)) {
            HttpResponse<String> page = get(node, "/?user=alice");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
            assertThat(page.headers().firstValue("Permissions-Policy").orElseThrow())
                    .contains("camera=(self)");

            String tag = page.headers().firstValue("ETag").orElseThrow();
            assertThat(get(node, "/", "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void there_is_nothing_at_other_paths() throws Exception {
        try (TestNode node = new TestNode(folder)) {
            for (String path :
                    new String[] {"/nowhere", "/v1/nowhere", "/../apps.json", "/assets/", "/web/index.html"}) {
                assertThat(get(node, path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(get(node, "/v1/ws").statusCode()).isBetween(400, 426);
        }
    }

    @Test
    void metrics_and_health_are_for_this_machine() throws Exception {
        try (TestNode node = new TestNode(folder);
                Phone phone = node.phone("alice")) {
            phone.call("bob");
            assertThat(get(node, "/healthz").body()).isEqualTo("{\"status\":\"up\"}");
            assertThat(get(node, "/metrics").body())
                    .contains("duet_sockets_open 1.0", "duet_requests_total{method=\"Invite\"} 1.0")
                    .doesNotContain("alice");
            assertThat(get(node, "/metrics", "X-Forwarded-For", "198.51.100.1").statusCode())
                    .isEqualTo(404);
        }
        try (TestNode node = new TestNode(folder, "metrics.open", "true")) {
            assertThat(get(node, "/metrics", "X-Forwarded-For", "198.51.100.1").statusCode())
                    .isEqualTo(200);
        }
    }
}
