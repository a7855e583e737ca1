// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeardTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String EXT = """
            {"entity":{"content":"{\\"cmd\\":\\"av_call\\",\\"cmdInfo\\":{\\"callType\\":\\"videoCall\\",\\"roomId\\":\\"r\\"}}",\
            "sender":"alice","action":1,"sendtime":1767225600.25,"nickname":"Alice","faceUrl":""}}""";

    @Test
    void a_push_of_the_guide_tells_who_calls_how_and_how_long() {
        Instant end = NOW.plusSeconds(20);
        Map<String, String> data =
                Map.of("type", "call", "inviteID", "i", "ext", EXT, "expireAt", String.valueOf(end.toEpochMilli()));
        assertThat(Heard.push(data, NOW)).contains(new IncomingCall("i", "alice", "Alice", true, end, EXT));
    }

    @Test
    void a_push_that_says_little_rings_all_the_same_for_the_usual_time() {
        assertThat(Heard.push(Map.of("type", "call", "inviteID", "i", "title", "Bob", "ext", "{no json"), NOW))
                .contains(new IncomingCall("i", "", "Bob", false, NOW.plusSeconds(30), "{no json"));
    }

    @Test
    void a_push_that_came_too_late_does_not_ring() {
        String past = String.valueOf(NOW.minusSeconds(1).toEpochMilli());
        assertThat(Heard.push(Map.of("type", "call", "inviteID", "i", "expireAt", past), NOW))
                .isEmpty();
    }

    @Test
    void no_push_makes_a_phone_ring_for_days() {
        Map<String, String> data = Map.of("type", "call", "inviteID", "i", "expireAt", String.valueOf(Long.MAX_VALUE));
        assertThat(Heard.push(data, NOW).orElseThrow().until()).isEqualTo(NOW.plusSeconds(300));
        Map<String, String> odd = Map.of("type", "call", "inviteID", "i", "expireAt", "soon");
        assertThat(Heard.push(odd, NOW).orElseThrow().until()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void another_push_is_none_of_ours() {
        assertThat(Heard.push(Map.of("type", "news", "inviteID", "i"), NOW)).isEmpty();
        assertThat(Heard.push(Map.of("type", "call"), NOW)).isEmpty();
        assertThat(Heard.withdrawn(Map.of("type", "call", "inviteID", "i"))).isEmpty();
        assertThat(Heard.withdrawn(Map.of("type", "cancel", "inviteID", "i"))).contains("i");
    }

    @Test
    void an_invitation_of_the_guide_tells_whether_it_is_video() {
        String data = "{\"cmd\":\"av_call\",\"cmdInfo\":{\"callType\":\"videoCall\",\"roomId\":\"r\"}}";
        assertThat(Heard.invitation("i", "alice", data, NOW).video()).isTrue();
        assertThat(Heard.invitation("i", "alice", "", NOW).video()).isFalse();
    }

    @Test
    void json_in_json_in_json_ends_somewhere() {
        String deep = "{\"callType\":\"videoCall\"}";
        for (int i = 0; i < 12; i++) {
            deep = "{\"content\":\"" + deep.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        }
        assertThat(Heard.invitation("i", "alice", deep, NOW).video()).isFalse();
    }
}
