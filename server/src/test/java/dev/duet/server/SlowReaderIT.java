// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowReaderIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    /// A client that asks for much and reads nothing, below any WebSocket library, which would read on its own.
    @Test
    void a_client_that_does_not_read_is_cut_off() throws Exception {
        try (TestNode node = new TestNode(
                        folder, "socket.backlog", "64KiB", "socket.rate", "10000", "socket.silent", "15m");
                Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port()));
            socket.setSoTimeout(10_000);
            upgrade(socket);
            logIn(node, socket);

            assertThat(floodUntilCut(node, socket.getOutputStream())).isTrue();
            assertThat(metrics(node)).contains("duet_sockets_closed_total{reason=\"slow_reader\"} 1");
        }
    }

    /// Each broken request is short, and its answer is longer. Time moves so that the pace is just right.
    private static boolean floodUntilCut(TestNode node, OutputStream out) throws IOException {
        byte[] burst = new byte[50 * masked("x").length];
        for (int at = 0; at < burst.length; at += masked("x").length) {
            System.arraycopy(masked("x"), 0, burst, at, masked("x").length);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < end) {
                out.write(burst);
                node.pass(Duration.ofMillis(5));
            }
            return false;
        } catch (SocketException cut) {
            return true;
        }
    }

    private static void logIn(TestNode node, Socket socket) throws IOException {
        JsonObject login = new JsonObject()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", "login")
                .put("params", Phone.login(node.app(), "alice", node.ticket("alice"), "tab"));
        socket.getOutputStream().write(masked(login.encode()));
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf("loginId") < 0) {
            heard.append((char) socket.getInputStream().read());
        }
    }

    private static void upgrade(Socket socket) throws IOException {
        String request = """
                GET /v1/ws HTTP/1.1
                Host: localhost
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                Sec-WebSocket-Version: 13

                """.replace("\n", "\r\n");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] status = socket.getInputStream().readNBytes(12);
        assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
    }

    /// A final text frame under the mask zero (RFC 6455 section 5.2).
    private static byte[] masked(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload);
        return Arrays.copyOf(frame.array(), frame.position());
    }

    private static String metrics(TestNode node) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
