// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalingIT {
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

    private static JsonObject of(String inviteId) {
        return new JsonObject().put("inviteId", inviteId);
    }

    @Test
    void a_login_learns_the_time_the_heartbeat_and_that_nothing_is_pending() {
        try (Phone alice = node.phone()) {
            JsonObject welcome = alice.logIn(node.app(), "alice", node.ticket("alice"), "tab");

            assertThat(welcome.getLong("serverTime")).isEqualTo(node.now().toEpochMilli());
            assertThat(welcome.getInteger("heartbeat")).isEqualTo(20);
            assertThat(welcome.getJsonArray("pending")).isEmpty();
            assertThat(welcome.getValue("room")).isNull();
        }
    }

    @Test
    void an_invitation_rings_is_accepted_and_both_know() {
        try (Phone alice = node.phone("alice");
                Phone bob = node.phone("bob")) {
            String id = alice.call("bob");

            JsonObject invitation = bob.event("newInvitation");
            assertThat(invitation.getString("inviteId")).isEqualTo(id);
            assertThat(invitation.getString("inviter")).isEqualTo("alice");
            assertThat(invitation.getString("data")).isEqualTo("hello");
            assertThat(alice.event("invitationDelivered").getString("via")).isEqualTo("socket");

            bob.done("accept", of(id).put("data", "yes"));
            JsonObject accepted = alice.event("inviteeAccepted");
            assertThat(accepted.getString("data")).isEqualTo("yes");
            assertThat(accepted.getString("device")).isEqualTo("bob-tab");
        }
    }

    @Test
    void a_rejection_and_a_cancellation_reach_the_other_side() {
        try (Phone alice = node.phone("alice");
                Phone bob = node.phone("bob")) {
            String first = alice.call("bob");
            bob.event("newInvitation");
            alice.event("invitationDelivered");
            bob.done("reject", of(first).put("data", "busy"));
            assertThat(alice.event("inviteeRejected").getString("data")).isEqualTo("busy");

            String second = alice.call("bob");
            bob.event("newInvitation");
            alice.done("cancel", of(second));
            assertThat(bob.event("invitationCancelled").getString("inviteId")).isEqualTo(second);
        }
    }

    @Test
    void the_servers_clock_ends_the_ringing_for_both() {
        try (Phone alice = node.phone("alice");
                Phone bob = node.phone("bob")) {
            String id = alice.call("bob");
            bob.event("newInvitation");
            alice.event("invitationDelivered");

            node.pass(Duration.ofSeconds(31));

            assertThat(alice.event("invitationTimeout").getString("inviteId")).isEqualTo(id);
            assertThat(bob.event("invitationTimeout").getString("inviteId")).isEqualTo(id);
            assertThat(bob.refused("accept", of(id))).isEqualTo(8010);
        }
    }

    @Test
    void every_device_rings_and_the_first_answer_stops_the_others() {
        try (Phone alice = node.phone("alice");
                Phone desk = node.phone("bob", "desk");
                Phone sofa = node.phone("bob", "sofa")) {
            String id = alice.call("bob");
            desk.event("newInvitation");
            sofa.event("newInvitation");

            sofa.done("accept", of(id));

            assertThat(desk.event("inviteeAccepted").getString("device")).isEqualTo("sofa");
            assertThat(desk.refused("accept", of(id))).isEqualTo(8010);
        }
    }

    @Test
    void an_invitation_waits_for_who_is_away() {
        try (Phone alice = node.phone("alice")) {
            String id = alice.call("bob");
            node.pass(Duration.ofSeconds(10));
            try (Phone bob = node.phone()) {
                JsonArray pending =
                        bob.logIn(node.app(), "bob", node.ticket("bob"), "tab").getJsonArray("pending");
                assertThat(pending).hasSize(1);
                assertThat(pending.getJsonObject(0).getString("inviteId")).isEqualTo(id);
                assertThat(pending.getJsonObject(0).getString("state")).isEqualTo("ringing");
                bob.done("accept", of(id));
            }
        }
    }

    @Test
    void after_a_cut_the_next_login_tells_what_was_missed() {
        try (Phone alice = node.phone("alice");
                Phone bob = node.phone("bob")) {
            String id = alice.call("bob");
            bob.event("newInvitation");

            node.cut("alice");
            alice.noticesTheCut();
            bob.done("accept", of(id));

            try (Phone again = node.phone()) {
                JsonObject missed = again.logIn(node.app(), "alice", node.ticket("alice"), "alice-tab")
                        .getJsonArray("pending")
                        .getJsonObject(0);
                assertThat(missed.getString("inviteId")).isEqualTo(id);
                assertThat(missed.getString("outcome")).isEqualTo("accepted");
            }
        }
    }

    @Test
    void a_request_repeated_with_its_id_is_answered_alike_and_done_once() {
        try (Phone alice = node.phone("alice");
                Phone bob = node.phone("bob")) {
            String frame = """
                    {"jsonrpc":"2.0","id":"again","method":"invite","params":{"invitee":"bob"}}""";
            alice.say(frame);
            alice.say(frame);

            assertThat(alice.answer()).isEqualTo(alice.answer());
            bob.event("newInvitation");
            bob.heardNothing();
        }
    }

    @Test
    void a_device_that_logs_in_again_ends_its_old_socket() {
        try (Phone old = node.phone("alice", "tab");
                Phone young = node.phone("alice", "tab")) {
            assertThat(old.closeCode()).isEqualTo(4003);
            young.heardNothing();
        }
    }

    @Test
    void one_login_per_socket_until_logout() {
        try (Phone phone = node.phone("alice")) {
            JsonObject bob = Phone.login(node.app(), "bob", node.ticket("bob"), "tab");
            assertThat(phone.refused("login", bob)).isEqualTo(6017);

            phone.done("logout", new JsonObject());
            assertThat(phone.refused("getInvitation", of("x"))).isEqualTo(6014);

            phone.done("login", bob);
        }
    }

    @Test
    void who_runs_out_of_ticket_is_told_and_stays() {
        try (Phone alice = node.phone()) {
            String ticket = node.ticket("alice", node.secret(), Duration.ofSeconds(30));
            alice.logIn(node.app(), "alice", ticket, "tab");

            node.pass(Duration.ofSeconds(31));

            alice.event("userSigExpired");
            alice.heardNothing();
        }
    }

    @Test
    void several_calls_of_one_app_do_not_mix() {
        try (Phone alice = node.phone("alice");
                Phone bob = node.phone("bob");
                Phone carol = node.phone("carol");
                Phone dave = node.phone("dave")) {
            String ab = alice.call("bob");
            String cd = carol.call("dave");

            assertThat(bob.event("newInvitation").getString("inviteId")).isEqualTo(ab);
            assertThat(dave.event("newInvitation").getString("inviteId")).isEqualTo(cd);
            assertThat(bob.refused("accept", of(cd))).isEqualTo(8011);
        }
    }
}
