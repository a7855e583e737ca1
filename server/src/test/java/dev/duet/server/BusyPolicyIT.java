// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusyPolicyIT {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void the_server_refuses_at_once_where_it_decides() throws Exception {
        try (TestNode node = new TestNode(folder, "busy", "server");
                Phone alice = node.phone("alice");
                Phone bob = node.phone("bob");
                Phone carol = node.phone("carol")) {
            alice.call("bob");
            bob.event("newInvitation");

            String id = carol.call("bob");

            JsonObject rejected = carol.event("inviteeRejected");
            assertThat(rejected.getString("inviteId")).isEqualTo(id);
            assertThat(rejected.getString("data")).contains("busy");
            bob.heardNothing();
        }
    }

    @Test
    void the_client_is_told_where_it_decides() throws Exception {
        try (TestNode node = new TestNode(folder, "busy", "client");
                Phone alice = node.phone("alice");
                Phone bob = node.phone("bob");
                Phone carol = node.phone("carol")) {
            alice.call("bob");
            bob.event("newInvitation");

            String id = carol.call("bob");

            assertThat(bob.event("newInvitation").getString("inviteId")).isEqualTo(id);
        }
    }

    @Test
    void the_oldest_login_is_kicked_when_there_are_too_many() throws Exception {
        try (TestNode node = new TestNode(folder, "login.web", "1");
                Phone old = node.phone("alice", "old");
                Phone young = node.phone("alice", "young")) {
            assertThat(old.event("kickedOffline").getString("reason")).isEqualTo("multipleDevice");
            assertThat(old.closeCode()).isEqualTo(4002);
            young.heardNothing();
        }
    }
}
