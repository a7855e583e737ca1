// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginRefusalIT {
    private static final String OTHER_SECRET = "00".repeat(32);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private TestNode node;

    @BeforeEach
    void start() throws Exception {
        node = new TestNode(folder);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private int login(long app, String user, String ticket) {
        try (Phone phone = node.phone()) {
            return phone.refused("login", Phone.login(app, user, ticket, "tab"));
        }
    }

    @Test
    void each_wrong_ticket_is_refused_with_its_own_code() {
        assertThat(login(node.app(), "alice", "")).isEqualTo(70002);
        assertThat(login(node.app(), "alice", "nonsense")).isEqualTo(70003);
        assertThat(login(node.app(), "alice", node.ticket("alice", OTHER_SECRET, Duration.ofDays(1))))
                .isEqualTo(70009);
        assertThat(login(node.app(), "alice", node.ticket("bob"))).isEqualTo(70013);
        assertThat(login(node.app() + 1, "alice", node.ticket("alice"))).isEqualTo(70020);
    }

    @Test
    void an_expired_ticket_is_refused() {
        String ticket = node.ticket("alice");
        node.pass(Duration.ofDays(2));
        assertThat(login(node.app(), "alice", ticket)).isEqualTo(70001);
    }

    @Test
    void a_good_ticket_after_a_bad_one_is_taken_on_the_same_socket() {
        try (Phone phone = node.phone()) {
            phone.refused("login", Phone.login(node.app(), "alice", "nonsense", "tab"));
            phone.logIn(node.app(), "alice", node.ticket("alice"), "tab");
        }
    }

    @Test
    void who_guesses_too_often_must_wait_even_with_a_good_ticket() {
        try (Phone phone = node.phone()) {
            for (int guess = 0; guess < 30; guess++) {
                assertThat(phone.refused("login", Phone.login(node.app(), "alice", "nonsense", "tab")))
                        .isEqualTo(70003);
            }
            assertThat(phone.refused("login", Phone.login(node.app(), "alice", node.ticket("alice"), "tab")))
                    .isEqualTo(70050);

            node.pass(Duration.ofSeconds(3));
            phone.logIn(node.app(), "alice", node.ticket("alice"), "tab");
        }
    }

    @Test
    void behind_a_proxy_one_who_guesses_does_not_shut_out_the_others() {
        try (Phone thief = node.phoneVia("198.51.100.66");
                Phone alice = node.phoneVia("198.51.100.1")) {
            for (int guess = 0; guess < 31; guess++) {
                thief.refused("login", Phone.login(node.app(), "alice", "nonsense", "tab"));
            }
            alice.logIn(node.app(), "alice", node.ticket("alice"), "tab");
        }
    }

    @Test
    void a_socket_that_does_not_log_in_is_closed() {
        try (Phone phone = node.phone()) {
            phone.refused("logout", new JsonObject());
            node.pass(Duration.ofSeconds(11));
            assertThat(phone.closeCode()).isEqualTo(4001);
        }
    }
}
