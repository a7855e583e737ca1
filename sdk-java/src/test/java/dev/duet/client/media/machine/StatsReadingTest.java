// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.MediaKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatsReadingTest {
    private static final Map<String, Object> CODEC = Map.of("id", "C", "type", "codec", "mimeType", "video/VP8");

    @Test
    void what_is_missing_is_zero() {
        ConnectionStats stats = new StatsReading(List.of()).read(5);
        assertThat(stats.roundTrip()).isZero();
        assertThat(stats.sent()).isEmpty();
        assertThat(stats.received(MediaKind.AUDIO)).isEmpty();
    }

    @Test
    void sections_are_told_apart_by_their_place_in_the_offer() {
        ConnectionStats stats = new StatsReading(List.of(
                        CODEC,
                        Map.of("id", "O1", "type", "outbound-rtp", "mid", "1", "packetsSent", 4L, "codecId", "C"),
                        Map.of("id", "O2", "type", "outbound-rtp", "mid", "2", "packetsSent", 5L),
                        Map.of("id", "O9", "type", "outbound-rtp", "mid", "9", "packetsSent", 6L)))
                .read(5);
        assertThat(stats.sent()).hasSize(2);
        assertThat(stats.sent(MediaKind.CAMERA).orElseThrow().codec()).isEqualTo("VP8");
        assertThat(stats.sent(MediaKind.SCREEN).orElseThrow().packets()).isEqualTo(5);
    }

    @Test
    void what_came_in_is_counted_over_every_pair_of_addresses() {
        ConnectionStats stats = new StatsReading(List.of(
                        Map.of("id", "P", "type", "candidate-pair", "bytesReceived", 3L, "state", "failed"),
                        Map.of("id", "I", "type", "inbound-rtp", "mid", "0", "bytesReceived", 50L),
                        Map.of("id", "Q", "type", "candidate-pair", "bytesReceived", 4L, "responsesReceived", 2L),
                        Map.of("id", "R", "type", "candidate-pair")))
                .read(5);
        assertThat(stats.path()).isEqualTo(new ConnectionStats.Path(7, 2));
    }

    @Test
    void seconds_and_shares_become_durations_and_percent() {
        ConnectionStats stats = new StatsReading(List.of(
                        Map.of("id", "R", "type", "remote-inbound-rtp", "fractionLost", 0.25),
                        Map.of("id", "O", "type", "outbound-rtp", "mid", "0", "remoteId", "R"),
                        Map.of("id", "I", "type", "inbound-rtp", "mid", "0", "jitter", 0.004),
                        Map.of("id", "P", "type", "candidate-pair", "state", "failed", "currentRoundTripTime", 9.0),
                        Map.of(
                                "id",
                                "Q",
                                "type",
                                "candidate-pair",
                                "state",
                                "succeeded",
                                "nominated",
                                true,
                                "currentRoundTripTime",
                                0.02)))
                .read(5);
        assertThat(stats.sent(MediaKind.AUDIO).orElseThrow().lossPercent()).isEqualTo(25);
        assertThat(stats.received(MediaKind.AUDIO).orElseThrow().jitter()).isEqualTo(Duration.ofMillis(4));
        assertThat(stats.roundTrip()).isEqualTo(Duration.ofMillis(20));
    }
}
