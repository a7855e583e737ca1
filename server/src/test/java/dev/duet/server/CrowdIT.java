// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Four connections an address; where no proxy is believed, this machine's own are counted like any other.
class CrowdIT {
    private static final String[] FOUR_EACH = {"socket.address", "4", "proxies", "", "metrics.open", "true"};

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static Socket connect(TestNode node) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /// The status of the answer, or nothing when the connection ends without one.
    private static String ask(Socket socket, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return new String(start, StandardCharsets.US_ASCII).replace("HTTP/1.1 ", "");
        } catch (SocketException reset) {
            return "";
        }
    }

    /// Connections that are served, so known to be counted.
    private static List<Socket> served(TestNode node, int many) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int each = 0; each < many; each++) {
            Socket socket = connect(node);
            assertThat(ask(socket, "/healthz")).isEqualTo("200");
            sockets.add(socket);
        }
        return sockets;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void one_connection_too_many_is_answered_429_and_closed() throws Exception {
        try (TestNode node = new TestNode(folder, FOUR_EACH)) {
            List<Socket> sockets = served(node, 4);
            try (Socket fifth = connect(node)) {
                assertThat(ask(fifth, "/healthz")).isEqualTo("429");
                String rest = new String(fifth.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                JsonObject body = new JsonObject(rest.substring(rest.indexOf('{')));
                assertThat(body.getJsonObject("error").getInteger("code")).isEqualTo(7008);
                assertThat(body.getJsonObject("error").getString("message")).contains("close some");
            }
            sockets.getFirst().getOutputStream().write(lastRequest("/v1/info"));
            assertThat(sockets.getFirst().getInputStream())
                    .as("the others go on")
                    .asString(StandardCharsets.UTF_8)
                    .contains("\"version\"");
            close(sockets);
        }
    }

    @Test
    void whoever_closes_one_may_open_another_and_the_refusals_are_counted() throws Exception {
        try (TestNode node = new TestNode(folder, FOUR_EACH)) {
            List<Socket> sockets = served(node, 4);
            try (Socket fifth = connect(node)) {
                assertThat(ask(fifth, "/")).isEqualTo("429");
            }
            close(sockets);
            assertThat(metrics(node)).containsPattern("(?m)^duet_connections_refused_total [1-9]");
        }
    }

    @Test
    void a_flood_is_cut_off_without_a_word() throws Exception {
        try (TestNode node = new TestNode(folder, FOUR_EACH)) {
            List<Socket> sockets = new ArrayList<>();
            for (int each = 0; each < 8; each++) {
                sockets.add(connect(node));
            }
            try (Socket ninth = connect(node)) {
                assertThat(ask(ninth, "/healthz")).isEmpty();
            }
            close(sockets);
        }
    }

    @Test
    void a_websocket_counts_as_a_connection_until_it_ends() throws Exception {
        try (TestNode node = new TestNode(folder, "socket.address", "1", "proxies", "", "metrics.open", "true")) {
            Phone phone = node.phone();
            try (Socket second = connect(node)) {
                assertThat(ask(second, "/healthz")).isEqualTo("429");
            }
            phone.close();
            assertThat(metrics(node)).contains("duet_sockets_closed_total");
        }
    }

    @Test
    void behind_a_proxy_each_person_has_a_count_of_their_own() throws Exception {
        try (TestNode node = new TestNode(folder, "socket.address", "2");
                Phone one = node.phoneVia("198.51.100.1");
                Phone two = node.phoneVia("198.51.100.1");
                Phone other = node.phoneVia("198.51.100.2")) {
            assertThatThrownBy(() -> node.phoneVia("198.51.100.1")).hasMessageContaining("WebSocketHandshake");
            for (Phone phone : List.of(one, two, other)) {
                phone.refused("logout", new JsonObject());
            }
        }
    }

    @Test
    void this_machine_and_the_proxies_are_not_counted() throws Exception {
        try (TestNode node = new TestNode(folder, "socket.address", "1")) {
            close(served(node, 5));
        }
    }

    private static byte[] lastRequest(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// The metrics, once there is room for who asks for them.
    private static String metrics(TestNode node) throws Exception {
        long giveUp = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < giveUp) {
            try (Socket socket = connect(node)) {
                socket.getOutputStream().write(lastRequest("/metrics"));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (answer.startsWith("HTTP/1.1 200")) {
                    return answer;
                }
            } catch (SocketException reset) {
                // not yet
            }
        }
        throw new AssertionError("there was never room again");
    }
}
