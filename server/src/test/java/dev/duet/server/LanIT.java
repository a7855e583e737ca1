// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.server.config.Entry;
import dev.duet.server.config.Settings;
import dev.duet.server.lan.PaintedCode;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over the real HTTPS of `--lan`; the clients check the certificate for the address they call, as browsers do once a
/// person has accepted it.
class LanIT {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Settings settings(String... more) throws Exception {
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry("lan", "true", "test"),
                new Entry("bind", "127.0.0.1", "test"),
                new Entry("announce", "192.0.2.10", "test"),
                new Entry("port", "0", "test"),
                new Entry("data", folder.resolve("duet").toString(), "test")));
        for (int at = 0; at < more.length; at += 2) {
            entries.add(new Entry(more[at], more[at + 1], "test"));
        }
        return Settings.of(entries);
    }

    private static URI at(Node node, String scheme, String path) {
        return URI.create(scheme + "://127.0.0.1:" + node.port() + path);
    }

    private static HttpResponse<String> get(HttpClient http, URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private X509Certificate kept() throws Exception {
        try (var in = Files.newInputStream(folder.resolve("duet/lan.pem"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            String certificate = text.substring(text.indexOf("-----BEGIN CERTIFICATE-----"));
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new java.io.ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /// A client that trusts this certificate and no other.
    private static HttpClient trusting(Certificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("duet", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).build();
    }

    @Test
    void a_page_and_a_ticket_come_over_https_and_a_login_over_wss() throws Exception {
        try (Node node = Node.start(settings());
                HttpClient http = trusting(kept())) {
            HttpResponse<String> page = get(http, at(node, "https", "/"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'");
            assertThat(page.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");

            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(at(node, "https", "/v1/dev/usersig"))
                            .POST(BodyPublishers.ofString("{\"userId\":\"alice\"}"))
                            .build(),
                    BodyHandlers.ofString());
            JsonObject ticket = new JsonObject(answer.body());
            try (Phone phone = new Phone(http, at(node, "wss", "/v1/ws"), "X-Nothing", "here")) {
                phone.logIn(ticket.getLong("sdkAppId"), "alice", ticket.getString("userSig"), "phone");
            }
        }
    }

    @Test
    void the_certificate_names_what_is_announced_and_this_machine_and_outlives_a_restart() throws Exception {
        X509Certificate first;
        try (Node node = Node.start(settings())) {
            assertThat(node.isDev()).isTrue();
            first = kept();
            assertThat(first.getSubjectAlternativeNames())
                    .containsExactly(List.of(2, "localhost"), List.of(7, "192.0.2.10"), List.of(7, "127.0.0.1"));
        }
        try (Node node = Node.start(settings());
                HttpClient http = trusting(first)) {
            assertThat(get(http, at(node, "https", "/healthz")).statusCode()).isEqualTo(200);
        }
        try (Node node = Node.start(settings("announce", "192.0.2.11"));
                HttpClient http = trusting(first)) {
            assertThatThrownBy(() -> get(http, at(node, "https", "/healthz")))
                    .as("a network it does not know yet needs a new certificate")
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void a_plain_request_to_the_same_port_is_sent_on_to_https() throws Exception {
        try (Node node = Node.start(settings());
                HttpClient plain = HttpClient.newHttpClient()) {
            HttpResponse<String> sent = get(plain, at(node, "http", "/?user=alice"));
            assertThat(sent.statusCode()).isEqualTo(307);
            assertThat(sent.headers().firstValue("Location"))
                    .contains("https://127.0.0.1:" + node.port() + "/?user=alice");
        }
    }

    @Test
    void noise_on_the_port_harms_nobody() throws Exception {
        try (Node node = Node.start(settings());
                HttpClient http = trusting(kept())) {
            for (byte[] noise : List.of(new byte[] {0}, new byte[] {22, 3, 1, 0, 2, 1, 2}, new byte[2000])) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
                    socket.getOutputStream().write(noise);
                    socket.shutdownOutput();
                    readToEnd(socket);
                }
            }
            assertThat(get(http, at(node, "https", "/healthz")).statusCode()).isEqualTo(200);
        }
    }

    private static void readToEnd(Socket socket) {
        try {
            socket.getInputStream().readAllBytes();
        } catch (IOException reset) {
            // as good an end as any
        }
    }

    @Test
    void the_greeting_says_who_may_sign_in_and_its_code_is_the_address() throws Exception {
        try (Node node = Node.start(settings("announce", "192.0.2.10, 192.0.2.11"))) {
            Settings settings = settings("announce", "192.0.2.10, 192.0.2.11");
            String wide = Greeting.of(node, settings, 100);
            assertThat(wide)
                    .contains(
                            "https://192.0.2.10:" + node.port() + "/\n",
                            "https://192.0.2.11:" + node.port() + "/\n",
                            "warns once",
                            "tap Advanced",
                            "tap Show Details")
                    .doesNotContain("http://", node.apps().first().secret());
            assertThat(PaintedCode.scan(wide)).isEqualTo("https://192.0.2.10:" + node.port() + "/");
            assertThat(Greeting.of(node, settings, 30)).doesNotContain("█").contains("https://192.0.2.10");
        }
    }

    @Test
    void a_folder_of_a_server_with_tickets_of_its_own_is_not_opened_to_anybody() throws Exception {
        Settings open = Settings.of(List.of(
                new Entry("announce", "192.0.2.10", "test"),
                new Entry("port", "0", "test"),
                new Entry("data", folder.resolve("duet").toString(), "test")));
        Node.start(open).close();

        try (Node node = Node.start(settings())) {
            assertThat(node.isDev()).isFalse();
            assertThat(Greeting.of(node, settings(), 0)).contains("off: this data folder is of a server with tickets");
        }
        try (Node node = Node.start(settings("dev", "true"))) {
            assertThat(node.isDev()).isTrue();
        }
    }

    @Test
    void a_certificate_that_others_may_read_stops_the_start_with_the_cure() throws Exception {
        Node.start(settings()).close();
        Path file = folder.resolve("duet/lan.pem");
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Node.start(settings()))
                .isInstanceOf(CannotStart.class)
                .hasMessageEndingWith("run: chmod 600 " + file);
    }
}
