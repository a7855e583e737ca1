// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.rtc.told.RtcSpeedTestResult;
import dev.duet.client.rtc.told.RtcStatistics;
import dev.duet.client.rtc.told.RtcVolumeInfo;
import dev.duet.client.rtc.type.RtcAudioQuality;
import dev.duet.client.rtc.type.RtcAudioVolumeEvaluateParams;
import dev.duet.client.rtc.type.RtcSpeedTestParams;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import dev.duet.client.world.FakeConnection;
import dev.duet.client.world.World;
import dev.duet.frame.ClientRequest.StartSpeedTest;
import dev.duet.frame.ClientRequest.StopSpeedTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RtcMeasureTest {
    private final World world = new World();

    @Nested
    class In_a_room {
        private final List<Visitor> both = Visitor.together(world);
        private final Visitor alice = both.getFirst();
        private final Visitor bob = both.getLast();
        private final FakeConnection hers = Visitor.first(world);

        @Test
        void statistics_and_quality_are_told_every_two_seconds() {
            hers.receive(MediaKind.AUDIO, 10);
            hers.send(MediaKind.AUDIO, 10);
            world.pass(4);
            assertThat(alice.told("onNetworkQuality")).hasSize(2);
            List<List<Object>> told = alice.told("onStatistics");
            assertThat(told).hasSize(2);
            RtcStatistics first = (RtcStatistics) told.getFirst().getFirst();
            assertThat(first.sentBytes()).isEqualTo(1_000);
            assertThat(first.remoteStatisticsArraySize()).isEqualTo(1);
            assertThat(first.localStatisticsArraySize()).isEqualTo(1);
            RtcStatistics second = (RtcStatistics) told.getLast().getFirst();
            assertThat(second.remoteStatisticsArray()).isEmpty();
        }

        @Test
        void the_first_frames_that_leave_are_told_once_while_they_go_on() {
            alice.rtc.startLocalAudio(RtcAudioQuality.SPEECH);
            alice.rtc.startLocalPreview(true, null);
            alice.news();
            hers.send(MediaKind.AUDIO, 0);
            hers.send(MediaKind.CAMERA, 0);
            world.pass(1);
            assertThat(alice.news()).isEmpty();
            for (int packets = 1; packets < 4; packets++) {
                hers.send(MediaKind.AUDIO, packets);
                hers.send(MediaKind.CAMERA, packets);
                world.pass(1);
            }
            assertThat(alice.told("onSendFirstLocalAudioFrame")).hasSize(1);
            assertThat(alice.told("onSendFirstLocalVideoFrame")).containsExactly(List.of(RtcVideoStreamType.BIG));
        }

        @Test
        void volumes_are_told_at_an_interval_in_silence_too_and_not_when_switched_off() {
            bob.rtc.startLocalAudio(RtcAudioQuality.SPEECH);
            world.settle();
            alice.rtc.enableAudioVolumeEvaluation(true, new RtcAudioVolumeEvaluateParams(300, true, true, true));
            world.pass(0.65);
            RtcVolumeInfo silent = new RtcVolumeInfo("bob", 0, 0, 0, List.of());
            assertThat(alice.told("onUserVoiceVolume"))
                    .containsExactly(List.of(List.of(silent), 0), List.of(List.of(silent), 0));
            alice.rtc.startLocalAudio(RtcAudioQuality.SPEECH);
            world.settle();
            for (int i = 0; i < 5; i++) {
                alice.devices.sounds.getFirst().push(tone(i));
            }
            hers.receive(MediaKind.AUDIO, 10);
            world.pass(0.3);
            List<Object> last = alice.told("onUserVoiceVolume").getLast();
            assertThat(last.getLast()).isEqualTo(67);
            List<?> volumes = (List<?>) last.getFirst();
            assertThat(volumes.getLast()).isEqualTo(new RtcVolumeInfo("bob", 67, 0, 0, List.of()));
            RtcVolumeInfo own = (RtcVolumeInfo) volumes.getFirst();
            assertThat(own.volume()).isGreaterThan(80);
            assertThat(own.vad()).isEqualTo(1);
            assertThat(own.pitch()).isBetween(490, 510);
            assertThat(own.spectrumData()).hasSize(256);
            alice.rtc.enableAudioVolumeEvaluation(false, new RtcAudioVolumeEvaluateParams(300));
            world.pass(1);
            alice.rtc.enableAudioVolumeEvaluation(true, new RtcAudioVolumeEvaluateParams(0));
            world.pass(1);
            assertThat(alice.told("onUserVoiceVolume")).hasSize(3);
        }

        /// 10 ms of 500 Hz.
        private static PcmChunk tone(int index) {
            short[] samples = new short[480];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (16_000 * Math.sin(2 * Math.PI * 500 * (480.0 * index + i) / 48_000));
            }
            return PcmChunk.of(samples, 48_000, 1);
        }
    }

    @Nested
    class A_speed_test {
        private final Visitor alice = new Visitor(world, "alice");
        private final RtcSpeedTestParams wanted = new RtcSpeedTestParams(1, "alice", "sig");

        private Optional<RtcSpeedTestResult> result() {
            return alice.told("onSpeedTestResult").stream()
                    .map(args -> (RtcSpeedTestResult) args.getFirst())
                    .findFirst();
        }

        @Test
        void says_how_the_mirrors_picture_came_back_without_a_room() {
            assertThat(alice.rtc.startSpeedTest(wanted.withBandwidth(2_000, 70)))
                    .isZero();
            assertThat(alice.rtc.startSpeedTest(wanted)).isEqualTo(-3);
            world.settle();
            FakeConnection echo = Visitor.first(world);
            assertThat(echo.videos).containsOnlyKeys(MediaKind.CAMERA);
            assertThat(echo.encoding(MediaKind.CAMERA).maxBitsPerSecond()).isEqualTo(2_000_000);
            echo.sendable = 900_000;
            for (int second = 0; second <= 5; second++) {
                echo.receive(MediaKind.CAMERA, 100L * second);
                world.pass(1);
            }
            assertThat(result()).contains(new RtcSpeedTestResult(true, "", "", 1, 0, 0, 0, 0, 0, 900, 70));
            assertThat(echo.isClosed()).isTrue();
            assertThat(world.server.asked(StopSpeedTest.class)).hasSize(1);
            assertThat(world.server.isLoggedIn("alice")).isFalse();
        }

        @Test
        void with_wrong_parameters_is_refused() {
            assertThat(alice.rtc.startSpeedTest(null)).isEqualTo(-3316);
            assertThat(alice.rtc.startSpeedTest(new RtcSpeedTestParams(1, "alice", "")))
                    .isEqualTo(-3320);
            assertThat(alice.rtc.startSpeedTest(new RtcSpeedTestParams(0, "alice", "s")))
                    .isEqualTo(-3317);
            assertThat(alice.rtc.startSpeedTest(wanted.withBandwidth(9, 0))).isEqualTo(-2);
            assertThat(alice.rtc.startSpeedTest(wanted.withBandwidth(0, 5_001))).isEqualTo(-2);
        }

        @Test
        void in_a_room_is_refused_and_so_by_a_server_that_has_none() {
            world.server.refusals.put(StartSpeedTest.class, -32601);
            alice.rtc.startSpeedTest(wanted);
            assertThat(result()).contains(RtcSpeedTestResult.failed("No. (-32601)"));
            alice.enter();
            assertThat(alice.rtc.startSpeedTest(wanted)).isEqualTo(-3);
        }

        @Test
        void that_is_stopped_tells_nothing() {
            alice.rtc.startSpeedTest(wanted);
            world.pass(2);
            alice.rtc.stopSpeedTest();
            world.pass(10);
            assertThat(result()).isEmpty();
            assertThat(world.server.asked(StopSpeedTest.class)).hasSize(1);
            assertThat(alice.rtc.startSpeedTest(wanted)).isZero();
        }

        @Test
        void whose_media_reaches_nobody_has_failed() {
            world.mediaDown = true;
            alice.rtc.startSpeedTest(wanted);
            world.pass(6);
            assertThat(result()).contains(RtcSpeedTestResult.failed("No media reached the server."));
        }

        @Test
        void that_nobody_may_sign_in_for_has_failed() {
            world.loginRefusal = 70001;
            alice.rtc.startSpeedTest(wanted);
            assertThat(result()).contains(RtcSpeedTestResult.failed("No. (-100018)"));
        }
    }
}
