// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.ConnectionStats.Picture;
import dev.duet.client.media.ConnectionStats.Received;
import dev.duet.client.media.ConnectionStats.Sent;
import dev.duet.client.media.MediaKind;
import dev.duet.client.rtc.told.RtcLocalStatistics;
import dev.duet.client.rtc.told.RtcRemoteStatistics;
import dev.duet.client.rtc.told.RtcSpeedTestResult;
import dev.duet.client.rtc.type.RtcSpeedTestParams;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatisticsMakerTest {
    private static final Picture NOT_ANY = Picture.NONE;

    private static ConnectionStats stats(long seconds, List<Sent> sent, List<Received> received) {
        return new ConnectionStats(seconds * 1_000_000_000, Duration.ofMillis(30), 900_000, sent, received);
    }

    /// What has been counted after so many times two seconds.
    private static ConnectionStats after(int n) {
        Sent voice = new Sent(MediaKind.AUDIO, "opus", 100L * n, 4_000L * n, 0, NOT_ANY, 0.5);
        Sent picture =
                new Sent(MediaKind.CAMERA, "VP8", 60L * n, 50_000L * n, 1, new Picture(640, 360, 15.2, 30L * n), 0);
        Received heard = new Received(
                MediaKind.AUDIO,
                "opus",
                90L * n,
                5_000L * n,
                10L * n,
                Duration.ofMillis(4),
                Duration.ofMillis(50),
                NOT_ANY,
                0.1,
                96_000L * n,
                5_800L * n,
                1_000L * n,
                Duration.ZERO);
        Received seen = new Received(
                MediaKind.CAMERA,
                "VP8",
                200L * n,
                100_000L * n,
                0,
                Duration.ofMillis(4),
                Duration.ZERO,
                new Picture(960, 540, 30, 60L * n),
                0,
                0,
                0,
                0,
                Duration.ofMillis(200L * n));
        return stats(2L * n, List.of(voice, picture), List.of(heard, seen));
    }

    @Test
    void what_happened_between_two_figures_is_told_a_second() {
        StatisticsMaker maker = new StatisticsMaker(after(1), after(2));
        assertThat(maker.local())
                .containsExactly(new RtcLocalStatistics(640, 360, 15, 200, 48_000, 16, RtcVideoStreamType.BIG, 0));
        assertThat(maker.remote("alice"))
                .containsExactly(new RtcRemoteStatistics(
                        "alice", 10, 0, 960, 540, 30, 400, 48_000, 20, 50, 200, 5, 400, 10, 0, RtcVideoStreamType.BIG));
        assertThat(maker.flows(MediaKind.AUDIO)).isTrue();
    }

    @Test
    void what_stands_still_has_no_element() {
        StatisticsMaker maker = new StatisticsMaker(after(1), after(1));
        assertThat(maker.local()).isEmpty();
        assertThat(maker.remote("alice")).isEmpty();
        assertThat(maker.flows(MediaKind.CAMERA)).isFalse();
    }

    @Test
    void a_voice_without_a_picture_has_one_and_a_screen_one_of_its_own() {
        ConnectionStats all = after(1);
        ConnectionStats voice =
                stats(2, List.of(all.sent().getFirst()), List.of(all.received().getFirst()));
        StatisticsMaker maker = new StatisticsMaker(null, voice);
        assertThat(maker.local()).singleElement().matches(each -> each.width() == 0);
        assertThat(maker.remote("alice")).singleElement().matches(each -> each.width() == 0);
        Received camera = all.received().getLast();
        Received screen = new Received(
                MediaKind.SCREEN,
                "VP8",
                9,
                900,
                0,
                camera.jitter(),
                camera.playoutDelay(),
                new Picture(1280, 720, 5, 9),
                0,
                0,
                0,
                0,
                Duration.ZERO);
        StatisticsMaker shares = new StatisticsMaker(null, stats(2, List.of(), List.of(screen)));
        assertThat(shares.remote("alice"))
                .singleElement()
                .matches(each -> each.streamType() == RtcVideoStreamType.SUB && each.width() == 1280);
    }

    @Test
    void a_speed_test_is_judged_by_what_came_back() {
        ConnectionStats first = after(1);
        ConnectionStats last = after(3);
        assertThat(SpeedJudge.kbpsBetween(first, last)).isEqualTo(420);
        RtcSpeedTestParams params = new RtcSpeedTestParams(1, "alice", "sig").withBandwidth(2_000, 400);
        RtcSpeedTestResult result = SpeedJudge.judge(first, last, 420, params);
        assertThat(result).isEqualTo(new RtcSpeedTestResult(true, "", "", 3, 0.01, 0.033, 30, 0, 4, 900, 400));
        assertThat(SpeedJudge.judge(first, last, 420, params.withBandwidth(0, 0))
                        .availableUpBandwidth())
                .isEqualTo(-1);
    }
}
