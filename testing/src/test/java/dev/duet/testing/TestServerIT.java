// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestServerIT {

    @Test
    void it_serves_on_a_port_of_its_own_and_its_time_moves_only_when_told() throws Exception {
        try (TestServer one = TestServer.start();
                TestServer two = TestServer.start()) {
            assertThat(one.port()).isNotEqualTo(two.port());
            assertThat(get(one.port()).statusCode()).isEqualTo(200);
            Instant before = one.now();
            one.pass(Duration.ofHours(30));
            assertThat(one.now()).isEqualTo(before.plus(Duration.ofHours(30)));
        }
    }

    @Test
    void a_wrong_setting_is_named() {
        assertThatThrownBy(() -> TestServer.start("rooms.vanish", "soon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rooms.vanish");
    }

    @Test
    void a_network_that_is_cut_passes_nothing_until_it_is_mended() throws Exception {
        try (TestServer server = TestServer.start()) {
            ScriptedNetwork network = server.network("alice");
            assertThat(get(network.signalPort()).statusCode()).isEqualTo(200);
            network.cut();
            assertThatThrownBy(() -> get(network.signalPort())).isInstanceOf(IOException.class);
            network.mend();
            assertThat(get(network.signalPort()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_slow_network_takes_its_time_each_way() throws Exception {
        try (TestServer server = TestServer.start()) {
            ScriptedNetwork network = server.network("alice");
            network.signaling(Duration.ofMillis(150));
            long begun = System.nanoTime();
            assertThat(get(network.signalPort()).statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(300));
        }
    }

    private static java.net.http.HttpResponse<String> get(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/healthz"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
