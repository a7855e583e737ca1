// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Wish;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.PushedAudio;
import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.rtc.type.RtcAudioQuality;
import dev.duet.client.rtc.type.RtcVideoEncParam;
import dev.duet.client.rtc.type.RtcVideoResolution;
import dev.duet.client.rtc.type.RtcVideoResolutionMode;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import dev.duet.client.world.FakeConnection;
import dev.duet.client.world.World;
import dev.duet.frame.ClientRequest.SetMedia;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RtcOwnSideTest {
    private final World world = new World();
    private final List<Visitor> both = Visitor.together(world);
    private final Visitor alice = both.getFirst();
    private final Visitor bob = both.getLast();
    private final FakeConnection hers = Visitor.first(world);

    private static PcmChunk loud() {
        short[] samples = new short[480];
        Arrays.fill(samples, (short) 8_000);
        return PcmChunk.of(samples, 48_000, 1);
    }

    @Nested
    class The_table_of_resolutions {
        @Test
        void has_every_size_of_the_guide_with_what_a_call_needs_for_it() {
            assertThat(Arrays.stream(RtcVideoResolution.values())
                            .map(each -> each.value() + " " + each.width() + " " + each.height() + " " + each.kbps()))
                    .hasSize(20)
                    .contains("1 120 120 80", "62 640 480 600", "108 640 360 500", "110 960 540 850")
                    .allMatch(each -> Arrays.stream(each.split(" "))
                            .mapToInt(Integer::parseInt)
                            .allMatch(n -> n > 0));
            assertThat(Arrays.stream(RtcVideoResolution.values())
                            .allMatch(each -> each.name().equals("RES_" + each.width() + "_" + each.height())))
                    .isTrue();
        }

        @Test
        void stands_upright_unless_it_lies_and_scales_down_never_up() {
            RtcVideoEncParam upright = new RtcVideoEncParam(RtcVideoResolution.RES_960_540);
            assertThat(List.of(upright.width(), upright.height(), upright.videoFps(), upright.videoBitrate()))
                    .containsExactly(540, 960, 15, 850);
            assertThat(upright.withMode(RtcVideoResolutionMode.LANDSCAPE).width())
                    .isEqualTo(960);
            assertThat(upright.scaleDown(1280, 720)).isCloseTo(4.0 / 3, Offset.offset(1e-9));
            assertThat(upright.scaleDown(720, 1280)).isCloseTo(4.0 / 3, Offset.offset(1e-9));
            assertThat(upright.scaleDown(640, 480)).isEqualTo(1);
            assertThat(upright.scaleDown(0, 0)).isEqualTo(1);
        }
    }

    @Nested
    class The_own_picture {
        private final RtcVideoEncParam small =
                new RtcVideoEncParam(RtcVideoResolution.RES_640_360).withMode(RtcVideoResolutionMode.LANDSCAPE);

        @Test
        void is_encoded_as_asked_before_entering_and_after() {
            Visitor carol = new Visitor(world, "carol");
            carol.rtc.setVideoEncoderParam(small.withBitrate(700).withFps(20));
            carol.rtc.startLocalPreview(true, null);
            world.settle();
            assertThat(carol.devices.wish).isEqualTo(new Wish(640, 360, 20));
            carol.rtc.enterRoom(carol.params().withStrRoomId("c"), dev.duet.client.rtc.type.RtcAppScene.VIDEO_CALL);
            world.settle();
            FakeConnection link = world.connections.getLast();
            assertThat(link.encodings.get(MediaKind.CAMERA)).isEqualTo(new Encoding(700_000, 20, 1));
            carol.devices.videos.getFirst().push(FakeConnection.frame(1280, 720));
            world.settle();
            assertThat(link.encodings.get(MediaKind.CAMERA)).isEqualTo(new Encoding(700_000, 20, 2));
        }

        @Test
        void with_parameters_that_stand_for_nothing_is_refused() {
            alice.rtc.setVideoEncoderParam(small.withFps(0));
            alice.rtc.setVideoEncoderParam(small.withBitrate(20_001));
            assertThat(alice.briefly()).containsExactly("onError -2", "onError -2");
        }

        @Test
        void goes_to_the_others_and_is_told_when_it_is_there() {
            alice.rtc.startLocalPreview(true, null);
            assertThat(alice.news()).containsExactly("onCameraDidReady()");
            assertThat(hers.videos).containsOnlyKeys(MediaKind.CAMERA);
            assertThat(bob.news()).contains("onUserVideoAvailable(alice, true)");
            alice.rtc.stopLocalPreview();
            world.settle();
            assertThat(hers.videos).isEmpty();
            assertThat(alice.devices.live()).isZero();
            assertThat(bob.news()).contains("onUserVideoAvailable(alice, false)");
        }

        @Test
        void muted_keeps_the_camera_on_and_shows_the_image_that_was_set() {
            alice.rtc.startLocalPreview(true, null);
            world.settle();
            alice.rtc.muteLocalVideo(RtcVideoStreamType.BIG, true);
            world.settle();
            assertThat(alice.devices.live()).isEqualTo(1);
            assertThat(hers.videos).isEmpty();
            assertThat(bob.told("onUserVideoAvailable"))
                    .containsExactly(List.of("alice", true), List.of("alice", false));
            alice.rtc.setVideoMuteImage(FakeConnection.frame(32, 16), 1);
            world.settle();
            List<VideoFrame> seen = new ArrayList<>();
            hers.sentVideo(MediaKind.CAMERA).addSink(seen::add);
            world.pass(1);
            assertThat(seen).hasSize(5).allMatch(frame -> frame.width() == 32);
            alice.rtc.muteLocalVideo(RtcVideoStreamType.BIG, false);
            world.settle();
            assertThat(hers.videos.get(MediaKind.CAMERA)).isEqualTo(alice.devices.videos.getFirst());
            alice.rtc.muteLocalVideo(RtcVideoStreamType.SMALL, true);
            assertThat(alice.briefly()).endsWith("onError -2");
        }

        @Test
        void may_be_the_apps_own_which_stays_the_apps() {
            PushedVideo mine = new PushedVideo();
            alice.rtc.setCameraSource(mine);
            alice.rtc.startLocalPreview(true, null);
            world.settle();
            assertThat(hers.videos.get(MediaKind.CAMERA)).isSameAs(mine);
            alice.rtc.setCameraSource(null);
            world.settle();
            assertThat(hers.videos.get(MediaKind.CAMERA)).isSameAs(alice.devices.videos.getFirst());
            alice.rtc.setCameraSource(mine);
            world.settle();
            assertThat(alice.devices.live()).isZero();
            alice.exit();
            assertThat(mine.ended()).isNotDone();
        }

        @Test
        void that_ends_by_itself_is_told_and_off() {
            alice.rtc.startLocalPreview(true, null);
            alice.news();
            alice.devices
                    .videos
                    .getFirst()
                    .fail(new MediaException(MediaException.Reason.DEVICE_REFUSED, "Unplugged."));
            assertThat(alice.briefly()).containsExactly("onWarning 1114", "onError -1316");
            assertThat(hers.videos).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"NO_DEVICE, 1111, -1301", "DEVICE_REFUSED, 1114, -1316"})
        void that_cannot_be_had_has_its_numbers(MediaException.Reason reason, int warning, int error) {
            alice.devices.refusals.put(Devices.Kind.CAMERA, reason);
            alice.rtc.startLocalPreview(true, null);
            assertThat(alice.briefly()).containsExactly("onWarning " + warning, "onError " + error);
        }

        @Test
        void that_was_stopped_while_it_was_being_opened_is_dropped() {
            alice.rtc.startLocalPreview(true, null);
            alice.rtc.stopLocalPreview();
            world.settle();
            assertThat(alice.devices.live()).isZero();
            assertThat(alice.news()).isEmpty();
        }
    }

    @Nested
    class The_own_voice {
        @Test
        void has_the_bitrate_of_its_quality_and_is_told_when_it_is_there() {
            alice.rtc.startLocalAudio(RtcAudioQuality.SPEECH);
            assertThat(alice.news()).containsExactly("onMicDidReady()");
            assertThat(hers.encoding(MediaKind.AUDIO).maxBitsPerSecond()).isEqualTo(16_000);
            alice.rtc.startLocalAudio(RtcAudioQuality.MUSIC);
            assertThat(alice.news()).isEmpty();
            assertThat(hers.encoding(MediaKind.AUDIO).maxBitsPerSecond()).isEqualTo(128_000);
            assertThat(bob.news()).contains("onUserAudioAvailable(alice, true)");
        }

        @Test
        void muted_goes_on_as_silence() {
            alice.rtc.startLocalAudio(RtcAudioQuality.SPEECH);
            world.settle();
            List<Short> sent = new ArrayList<>();
            hers.sentAudio().addSink(chunk -> sent.add(chunk.samples().get(0)));
            PushedAudio microphone = alice.devices.sounds.getFirst();
            microphone.push(loud());
            alice.rtc.setAudioCaptureVolume(50);
            world.settle();
            microphone.push(loud());
            alice.rtc.muteLocalAudio(true);
            world.settle();
            microphone.push(loud());
            assertThat(sent).containsExactly((short) 8_000, (short) 4_000, (short) 0);
            assertThat(world.server.asked(SetMedia.class).getLast().media().audio())
                    .isFalse();
            assertThat(alice.rtc.getAudioCaptureVolume()).isEqualTo(50);
        }

        @Test
        void keeps_its_way_when_the_microphone_is_another_one() {
            alice.rtc.startLocalAudio(RtcAudioQuality.SPEECH);
            world.settle();
            var before = hers.audio;
            PushedAudio mine = new PushedAudio();
            alice.rtc.setMicrophoneSource(mine);
            world.settle();
            assertThat(hers.audio).isSameAs(before);
            assertThat(alice.devices.live()).isZero();
            List<Short> sent = new ArrayList<>();
            hers.sentAudio().addSink(chunk -> sent.add(chunk.samples().get(0)));
            mine.push(loud());
            assertThat(sent).containsExactly((short) 8_000);
        }

        @Test
        void that_cannot_be_had_has_its_numbers() {
            alice.devices.refusals.put(Devices.Kind.MICROPHONE, MediaException.Reason.NO_DEVICE);
            alice.rtc.startLocalAudio(RtcAudioQuality.SPEECH);
            assertThat(alice.briefly()).containsExactly("onWarning 1201", "onError -1302");
            alice.devices.refusals.put(Devices.Kind.MICROPHONE, MediaException.Reason.DEVICE_REFUSED);
            alice.rtc.startLocalAudio(RtcAudioQuality.SPEECH);
            assertThat(alice.briefly()).containsExactly("onWarning 1208", "onError -1319");
        }
    }

    @Nested
    class The_own_screen {
        @Test
        void starts_pauses_goes_on_and_stops_each_told() {
            alice.rtc.startScreenCapture(
                    RtcVideoStreamType.SUB, new RtcVideoEncParam(RtcVideoResolution.RES_1280_720).withFps(10));
            world.settle();
            alice.rtc.pauseScreenCapture();
            alice.rtc.pauseScreenCapture();
            alice.rtc.resumeScreenCapture();
            alice.rtc.stopScreenCapture();
            alice.rtc.stopScreenCapture();
            assertThat(alice.news())
                    .containsExactly(
                            "onScreenCaptureStarted()",
                            "onScreenCapturePaused(0)",
                            "onScreenCaptureResumed(0)",
                            "onScreenCaptureStopped(0)");
            assertThat(hers.encodings.get(MediaKind.SCREEN)).isEqualTo(new Encoding(1_200_000, 10, 1));
            assertThat(bob.told("onUserSubStreamAvailable"))
                    .containsExactly(List.of("alice", true), List.of("alice", false));
        }

        @Test
        void paused_goes_on_as_its_last_frame_once_a_second() {
            alice.rtc.startScreenCapture(RtcVideoStreamType.SUB, null);
            world.settle();
            alice.rtc.pauseScreenCapture();
            world.settle();
            PushedVideo screen = alice.devices.videos.getFirst();
            screen.push(FakeConnection.frame(64, 32));
            world.settle();
            List<VideoFrame> seen = new ArrayList<>();
            hers.sentVideo(MediaKind.SCREEN).addSink(seen::add);
            world.pass(3);
            assertThat(seen).hasSize(3).allMatch(frame -> frame.width() == 64);
            alice.rtc.resumeScreenCapture();
            world.settle();
            assertThat(hers.videos.get(MediaKind.SCREEN)).isSameAs(screen);
        }

        @Test
        void on_the_big_stream_is_the_camera_for_the_other_side() {
            alice.rtc.startLocalPreview(true, null);
            alice.rtc.startScreenCapture(RtcVideoStreamType.BIG, null);
            world.settle();
            assertThat(hers.videos.get(MediaKind.CAMERA)).isSameAs(alice.devices.videos.getLast());
            assertThat(bob.told("onUserVideoAvailable")).containsExactly(List.of("alice", true));
            alice.rtc.stopScreenCapture();
            world.settle();
            assertThat(hers.videos.get(MediaKind.CAMERA)).isSameAs(alice.devices.videos.getFirst());
        }

        @Test
        void may_be_the_apps_own_picture() {
            PushedVideo slides = new PushedVideo();
            alice.rtc.setScreenSource(slides);
            alice.rtc.startScreenCapture(RtcVideoStreamType.SUB, null);
            world.settle();
            assertThat(hers.videos.get(MediaKind.SCREEN)).isSameAs(slides);
            alice.rtc.stopScreenCapture();
            world.settle();
            assertThat(slides.ended()).isNotDone();
            assertThat(alice.devices.live()).isZero();
        }

        @Test
        void that_ends_by_itself_is_7001() {
            alice.rtc.startScreenCapture(RtcVideoStreamType.SUB, null);
            alice.news();
            alice.devices.videos.getFirst().close();
            assertThat(alice.briefly()).containsExactly("onError -7001", "onScreenCaptureStopped(1)");
        }

        @Test
        void not_allowed_is_warning_1206_and_1308_and_none_is_1309() {
            alice.devices.refusals.put(Devices.Kind.SCREEN, MediaException.Reason.DEVICE_REFUSED);
            alice.rtc.startScreenCapture(RtcVideoStreamType.SUB, null);
            assertThat(alice.briefly()).containsExactly("onWarning 1206", "onError -1308");
            alice.devices.refusals.put(Devices.Kind.SCREEN, MediaException.Reason.NO_DEVICE);
            alice.rtc.startScreenCapture(RtcVideoStreamType.SUB, null);
            assertThat(alice.briefly()).containsExactly("onError -1309");
        }

        @ParameterizedTest
        @CsvSource({"-102016", "-102015"})
        void that_the_server_refuses_stops(int code) {
            world.server.refuseOnce(SetMedia.class, code);
            alice.rtc.startScreenCapture(RtcVideoStreamType.SUB, null);
            assertThat(alice.briefly())
                    .containsExactly("onScreenCaptureStarted()", "onError " + code, "onScreenCaptureStopped(0)");
            assertThat(alice.devices.live()).isZero();
        }

        @Test
        void in_a_room_where_the_other_one_shares_already_is_102016() {
            alice.exit();
            bob.rtc.startScreenCapture(RtcVideoStreamType.SUB, null);
            alice.rtc.startScreenCapture(RtcVideoStreamType.SUB, null);
            world.settle();
            alice.enter();
            assertThat(alice.briefly()).contains("onError -102016");
        }

        @Test
        void twice_or_on_the_small_stream_is_refused() {
            alice.rtc.startScreenCapture(RtcVideoStreamType.SMALL, null);
            alice.rtc.startScreenCapture(RtcVideoStreamType.SUB, null);
            world.settle();
            alice.rtc.startScreenCapture(RtcVideoStreamType.SUB, null);
            assertThat(alice.briefly()).containsExactly("onError -2", "onScreenCaptureStarted()", "onWarning -3");
        }
    }

    @Nested
    class What_there_is_not {
        @BeforeEach
        void nothing_was_told() {
            alice.news();
        }

        @Test
        void says_so() {
            assertThat(alice.rtc.enableEncSmallVideoStream(true, null)).isEqualTo(-4);
            assertThat(alice.rtc.enablePayloadPrivateEncryption(true)).isEqualTo(-4);
            assertThat(alice.rtc.setNetworkQosParam(1)).isEqualTo(-4);
            alice.rtc.setLocalRenderParams();
            alice.rtc.setRemoteRenderParams();
            assertThat(alice.briefly()).containsExactly("onWarning -4", "onWarning -4");
            assertThat(alice.rtc.getSDKVersion()).matches("\\d+\\.\\d+\\.\\d+");
        }
    }
}
