// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.sim.SimCall;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The warm ring, hold and the speed test over real sockets, as far as signaling goes.
class WarmRingIT {
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

    private static JsonObject entry() {
        return entry("den");
    }

    private static JsonObject entry(String room) {
        return new JsonObject()
                .put("strRoomId", room)
                .put("scene", "videoCall")
                .put("sdp", SimCall.chromium())
                .put(
                        "media",
                        new JsonObject().put("audio", true).put("video", true).put("screen", false));
    }

    private static JsonObject warmUp(String inviteId) {
        return entry().put("inviteId", inviteId);
    }

    @Test
    void a_yes_takes_both_warm_devices_into_the_room() {
        try (Phone alice = node.phone("alice");
                Phone bob = node.phone("bob")) {
            String id = alice.call("bob");
            bob.event("newInvitation");
            alice.event("invitationDelivered");
            assertThat(alice.done("warmUp", warmUp(id)).getString("sdp")).contains("a=ice-lite");
            assertThat(bob.done("warmUp", warmUp(id)).getString("sdp")).contains("a=ice-lite");
            bob.done(
                    "setReceive",
                    new JsonObject().put("audio", true).put("video", "small").put("screen", true));

            bob.done("accept", of(id));

            JsonObject entered = bob.event("roomEntered");
            assertThat(entered.getString("strRoomId")).isEqualTo("den");
            assertThat(entered.getJsonArray("users").getJsonObject(0).getString("userId"))
                    .isEqualTo("alice");
            assertThat(entered.getJsonArray("users").getJsonObject(0).getBoolean("video"))
                    .isTrue();
            alice.event("inviteeAccepted");
            assertThat(alice.event("roomEntered").getJsonArray("users")).isEmpty();
            assertThat(alice.event("userEntered").getString("userId")).isEqualTo("bob");
            assertThat(alice.event("mediaChanged").getBoolean("audio")).isTrue();
            assertThat(alice.refused("enterRoom", entry("study"))).isEqualTo(-3340);
            bob.done("exitRoom", new JsonObject());
            assertThat(alice.event("userLeft").getInteger("reason")).isZero();
        }
    }

    @Test
    void a_warm_up_needs_good_tickets_a_ringing_invitation_and_an_offer() {
        try (Phone alice = node.phone("alice");
                Phone bob = node.phone("bob")) {
            String id = alice.call("bob");
            bob.event("newInvitation");

            assertThat(bob.refused("warmUp", warmUp(id).put("userSig", "nonsense")))
                    .isEqualTo(-100018);
            assertThat(bob.refused("warmUp", warmUp(id).put("privateMapKey", "nonsense")))
                    .isEqualTo(-100006);
            assertThat(bob.refused("warmUp", warmUp("unknown"))).isEqualTo(8010);
            assertThat(bob.refused("warmUp", warmUp(id).put("sdp", "v=0"))).isEqualTo(-3301);
            bob.done("warmUp", warmUp(id));
            bob.done("reject", of(id));
            assertThat(bob.refused(
                            "setMedia",
                            new JsonObject()
                                    .put("audio", true)
                                    .put("video", true)
                                    .put("screen", false)))
                    .isEqualTo(-102005);
        }
    }

    @Test
    void a_room_on_hold_waits_while_another_is_entered() {
        try (Phone alice = node.phone("alice");
                Phone bob = node.phone("bob")) {
            alice.done("enterRoom", entry());
            bob.done("enterRoom", entry());
            alice.event("userEntered");
            alice.event("mediaChanged");

            alice.done("holdRoom", new JsonObject());
            assertThat(bob.event("userHeld").getBoolean("held")).isTrue();
            assertThat(bob.event("mediaChanged").getBoolean("audio")).isFalse();
            alice.done("enterRoom", entry("other"));
            bob.done(
                    "setMedia",
                    new JsonObject().put("audio", false).put("video", false).put("screen", false));

            assertThat(alice.event("mediaChanged").getString("strRoomId")).isEqualTo("den");
            assertThat(alice.refused("holdRoom", new JsonObject())).isEqualTo(-3340);
            alice.done("exitRoom", new JsonObject());
            alice.done("enterRoom", entry());
            assertThat(bob.event("userHeld").getBoolean("held")).isFalse();
            assertThat(bob.event("mediaChanged").getBoolean("video")).isTrue();
        }
    }

    @Test
    void a_speed_test_is_answered_once_at_a_time() {
        try (Phone alice = node.phone("alice")) {
            JsonObject offer = new JsonObject().put("sdp", SimCall.chromium());

            assertThat(alice.done("startSpeedTest", offer).getString("sdp")).contains("a=ice-lite");
            assertThat(alice.refused("startSpeedTest", offer)).isEqualTo(6015);
            alice.done("stopSpeedTest", new JsonObject());
            alice.done("startSpeedTest", offer);
        }
    }
}
