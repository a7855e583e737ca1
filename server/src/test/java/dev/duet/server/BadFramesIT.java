// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadFramesIT {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private TestNode node;

    @BeforeEach
    void start() throws Exception {
        node = new TestNode(folder, "socket.backlog", "64KiB");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private static int said(Phone phone, String frame) {
        phone.say(frame);
        return Phone.code(phone.answer());
    }

    @Test
    void broken_frames_are_answered_and_the_socket_goes_on() {
        try (Phone phone = node.phone("alice")) {
            assertThat(said(phone, "hello")).isEqualTo(-32700);
            assertThat(said(phone, "")).isEqualTo(-32700);
            assertThat(said(phone, "[]")).isEqualTo(-32600);
            assertThat(said(phone, "{}")).isEqualTo(-32600);
            assertThat(said(phone, """
                    {"jsonrpc":"2.0","id":1,"method":"dance","params":{}}""")).isEqualTo(-32601);
            assertThat(said(phone, """
                    {"jsonrpc":"2.0","id":2,"method":"invite","params":{"invitee":7}}""")).isEqualTo(-32602);
            phone.sayBinary("{}".getBytes(StandardCharsets.UTF_8));
            assertThat(Phone.code(phone.answer())).isEqualTo(-32600);

            phone.call("bob");
        }
    }

    @Test
    void a_frame_that_is_too_large_is_refused_and_a_huge_one_ends_the_socket() {
        try (Phone phone = node.phone("alice")) {
            assertThat(said(phone, "x".repeat(70_000))).isEqualTo(9522);

            phone.say("x".repeat(300_000));
            assertThat(phone.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void before_login_everything_else_is_refused() {
        try (Phone phone = node.phone()) {
            for (String method : new String[] {"logout", "exitRoom"}) {
                assertThat(phone.refused(method, new JsonObject())).isEqualTo(6014);
            }
            assertThat(phone.refused("invite", new JsonObject().put("invitee", "bob")))
                    .isEqualTo(6014);
        }
    }

    @Test
    void who_sends_too_fast_is_refused_and_then_closed() {
        try (Phone phone = node.phone("alice")) {
            int refusals = 0;
            for (int frame = 0; frame < 120; frame++) {
                refusals += phone.ask("getInvitation", new JsonObject().put("inviteId", "x"))
                                        .getJsonObject("error")
                                        .getInteger("code")
                                == 7008
                        ? 1
                        : 0;
            }
            assertThat(refusals).isBetween(15, 30);
            node.pass(Duration.ofSeconds(10));
            assertThat(phone.refused("getInvitation", new JsonObject().put("inviteId", "x")))
                    .isEqualTo(8010);

            flood(phone);
            assertThat(phone.closeCode()).isEqualTo(4004);
        }
    }

    /// Time stands still, so the whole flood falls into one moment; the server may close before it has heard all.
    private static void flood(Phone phone) {
        try {
            for (int frame = 0; frame < 1000; frame++) {
                phone.say("{}");
            }
        } catch (CompletionException closed) {
            assertThat(closed).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void a_silent_socket_is_dropped_and_one_that_answers_pings_is_not() {
        try (Phone quiet = node.phone("alice")) {
            node.pass(Duration.ofSeconds(44));
            quiet.heardNothing();
            node.pass(Duration.ofSeconds(46));
            assertThat(quiet.closeCode()).isEqualTo(4006);
        }
    }

    @Test
    void a_server_that_stops_says_so() {
        try (Phone phone = node.phone("alice")) {
            node.close();
            assertThat(phone.closeCode()).isEqualTo(1001);
        }
    }
}
