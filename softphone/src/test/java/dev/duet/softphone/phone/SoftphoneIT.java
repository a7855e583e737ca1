// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.testing.TestServer;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SoftphoneIT {
    private static final TestServer SERVER = TestServer.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void one_calls_another_and_keys_do_what_they_say() throws Exception {
        Telephone bob = new Telephone("--answer", "--as", "bob", "--server", SERVER.origin());
        bob.shows("Waiting for calls to bob.");
        Telephone alice = new Telephone("bob", "--as", "alice", "--server", SERVER.origin());
        bob.shows("alice calls.");
        alice.shows("Talking with bob.");
        bob.shows("960x540");
        bob.shows(" dB · ");

        alice.press('v');
        alice.press('m');
        alice.shows("You are muted.");
        bob.shows("no picture · silence");

        alice.press('h');
        alice.shows("You ended the call.");
        assertThat(alice.ends()).isEqualTo("0 ");
        bob.shows("alice ended the call.");
        bob.shows("Waiting for calls to bob.");
        bob.press('q');
        assertThat(bob.ends()).isEqualTo("0 ");
    }

    @Test
    void who_is_not_there_cannot_be_reached() throws Exception {
        Telephone carol = new Telephone("nobody", "--as", "carol", "--ring", "5", "--server", SERVER.origin());
        carol.shows("Looking for nobody");
        SERVER.pass(Duration.ofSeconds(6));
        carol.shows("nobody could not be reached.");
        assertThat(carol.ends()).isEqualTo("1 ");
    }

    @Test
    void a_ticket_that_is_none_is_refused_with_its_code() throws Exception {
        String app = Long.toString(SERVER.sdkAppId());
        Telephone dave =
                new Telephone("bob", "--as", "dave", "--ticket", "none", "--app", app, "--server", SERVER.origin());
        assertThat(dave.ends()).startsWith("1 The server refuses the ticket of dave (code 70003). ");
    }

    @Test
    void a_ticket_that_is_right_needs_no_development_mode() throws Exception {
        try (TestServer strict = TestServer.start("dev", "false")) {
            String app = Long.toString(strict.sdkAppId());
            Telephone erin = new Telephone(
                    "--answer",
                    "--as",
                    "erin",
                    "--ticket",
                    strict.userSig("erin"),
                    "--app",
                    app,
                    "--server",
                    strict.origin());
            erin.shows("Waiting for calls to erin.");
            erin.press('q');
            assertThat(erin.ends()).isEqualTo("0 ");
        }
    }

    @Test
    void a_server_that_gives_no_tickets_is_told_from_one_that_is_not_there() throws Exception {
        try (TestServer strict = TestServer.start("dev", "false")) {
            Telephone frank = new Telephone("bob", "--as", "frank", "--server", strict.origin());
            assertThat(frank.ends())
                    .startsWith("1 The server at " + strict.origin() + " gives no tickets")
                    .contains("./duet usersig mint --user frank");
        }
        Telephone grace = new Telephone("bob", "--as", "grace", "--server", "http://127.0.0.1:" + freePort());
        assertThat(grace.ends()).startsWith("1 No server can be reached at http://127.0.0.1:");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
