// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who can be reached, over real sockets.
class PresenceIT {
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

    private static JsonObject users(String... users) {
        return new JsonObject().put("userIds", JsonArray.of((Object[]) users));
    }

    private static JsonObject only(JsonObject statuses) {
        assertThat(statuses.getJsonArray("statuses")).hasSize(1);
        return statuses.getJsonArray("statuses").getJsonObject(0);
    }

    @Test
    void a_subscriber_sees_a_user_come_speak_vanish_and_log_out() {
        try (Phone alice = node.phone("alice")) {
            alice.done("subscribeUserStatus", users("bob"));
            assertThat(only(alice.done("getUserStatus", users("bob"))).getInteger("status"))
                    .isEqualTo(3);
            try (Phone bob = node.phone("bob")) {
                assertThat(only(alice.event("userStatusChanged")).getInteger("status"))
                        .isEqualTo(1);
                bob.done("setSelfStatus", new JsonObject().put("customStatus", "In a meeting"));
                assertThat(only(alice.event("userStatusChanged")).getString("customStatus"))
                        .isEqualTo("In a meeting");

                node.cut("bob");
                JsonObject lost = only(alice.event("userStatusChanged"));
                assertThat(lost.getInteger("status")).isEqualTo(2);
                assertThat(lost.getString("customStatus")).isEmpty();
            }
            try (Phone bob = node.phone("bob")) {
                alice.event("userStatusChanged");
                bob.done("logout", new JsonObject());
                assertThat(only(alice.event("userStatusChanged")).getInteger("status"))
                        .isEqualTo(3);
            }
        }
    }

    @Test
    void a_request_about_nobody_or_oneself_is_refused() {
        try (Phone alice = node.phone("alice")) {
            assertThat(alice.refused("getUserStatus", users())).isEqualTo(-32602);
            assertThat(alice.refused("subscribeUserStatus", users("alice"))).isEqualTo(6017);
            assertThat(alice.refused("setSelfStatus", new JsonObject().put("customStatus", "x".repeat(101))))
                    .isEqualTo(-32602);
            alice.done("unsubscribeUserStatus", new JsonObject());
        }
    }
}
