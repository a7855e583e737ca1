// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import static dev.duet.client.rtc.type.RtcVideoStreamType.BIG;
import static dev.duet.client.rtc.type.RtcVideoStreamType.SMALL;
import static dev.duet.client.rtc.type.RtcVideoStreamType.SUB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.Devices;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.rtc.type.RtcAppScene;
import dev.duet.client.rtc.type.RtcAudioQuality;
import dev.duet.client.rtc.type.RtcSnapshotSourceType;
import dev.duet.client.rtc.type.RtcSwitchRoomConfig;
import dev.duet.client.world.FakeConnection;
import dev.duet.client.world.World;
import dev.duet.frame.ClientRequest.SetReceive;
import dev.duet.frame.ReceiveWish;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RtcFarSideTest {
    private final World world = new World();
    private final List<Visitor> both = Visitor.together(world);
    private final Visitor alice = both.getFirst();
    private final Visitor bob = both.getLast();
    private final FakeConnection his = world.connections.getLast();

    /// A view of the app's, and how wide what it was shown is.
    private static final class View implements VideoSink {
        private final List<Integer> seen = new ArrayList<>();

        @Override
        public void frame(VideoFrame frame) {
            seen.add(frame.width());
        }
    }

    private final View view = new View();
    private final View other = new View();

    private void aliceShows() {
        alice.rtc.startLocalPreview(true, null);
        world.settle();
    }

    private void aliceSpeaks() {
        alice.rtc.startLocalAudio(RtcAudioQuality.DEFAULT_MODE);
        world.settle();
    }

    private void frame(int width, int height) {
        his.show(MediaKind.CAMERA, width, height);
        world.settle();
    }

    private List<ReceiveWish> wishes() {
        world.settle();
        return world.server.asked(SetReceive.class).stream()
                .map(SetReceive::wish)
                .toList();
    }

    private static ReceiveWish wish(boolean audio, ReceiveWish.Video video, boolean screen) {
        return new ReceiveWish(audio, video, screen);
    }

    private List<String> changes(String callback) {
        return bob.told(callback).stream()
                .map(args -> args.get(args.size() - 2) + " " + args.getLast())
                .toList();
    }

    @Nested
    class A_view {
        @Test
        void shows_the_picture_until_it_is_stopped() {
            aliceShows();
            bob.rtc.startRemoteView("alice", BIG, view);
            world.settle();
            frame(64, 48);
            bob.rtc.stopRemoteView("alice", BIG);
            world.settle();
            frame(65, 48);
            assertThat(view.seen).containsExactly(64);
        }

        @Test
        void may_be_given_before_the_picture_comes_and_shows_it_each_time_it_comes() {
            bob.rtc.startRemoteView("alice", BIG, view);
            world.settle();
            assertThat(his.screens).isEmpty();
            aliceShows();
            frame(64, 48);
            alice.rtc.stopLocalPreview();
            world.settle();
            assertThat(his.screens).isEmpty();
            aliceShows();
            frame(66, 48);
            assertThat(view.seen).containsExactly(64, 66);
        }

        @Test
        void own_and_other_change_places_and_nothing_begins_again() {
            aliceShows();
            bob.rtc.startLocalPreview(true, view);
            bob.rtc.startRemoteView("alice", BIG, other);
            world.settle();
            bob.devices.videos.getFirst().push(FakeConnection.frame(32, 16));
            frame(64, 48);
            bob.rtc.updateLocalView(other);
            bob.rtc.updateRemoteView("alice", BIG, view);
            world.settle();
            bob.devices.videos.getFirst().push(FakeConnection.frame(32, 16));
            frame(64, 48);
            assertThat(view.seen).containsExactly(32, 64);
            assertThat(other.seen).containsExactly(64, 32);
            assertThat(bob.told("onFirstVideoFrame")).hasSize(2);
            assertThat(bob.told("onUserVideoSizeChanged")).hasSize(2);
        }

        @Test
        void of_a_picture_that_is_not_shown_is_not_updated() {
            bob.rtc.updateRemoteView("alice", BIG, view);
            assertThat(bob.briefly()).containsExactly("onWarning -3");
        }

        @Test
        void is_empty_when_the_other_leaves_and_when_all_are_stopped() {
            aliceShows();
            bob.rtc.startRemoteView("alice", BIG, view);
            alice.exit();
            world.settle();
            assertThat(his.screens).isEmpty();
            alice.enter();
            aliceShows();
            bob.rtc.startRemoteView("alice", BIG, view);
            world.settle();
            assertThat(his.screens).hasSize(1);
            bob.rtc.stopAllRemoteView();
            world.settle();
            assertThat(his.screens).isEmpty();
        }

        @Test
        void of_the_small_stream_takes_the_place_of_the_big_one() {
            aliceShows();
            bob.rtc.startRemoteView("alice", BIG, view);
            bob.rtc.startRemoteView("alice", SMALL, other);
            world.settle();
            frame(64, 48);
            assertThat(view.seen).isEmpty();
            assertThat(other.seen).containsExactly(64);
            assertThat(wishes()).endsWith(wish(true, ReceiveWish.Video.SMALL, true));
            assertThat(bob.rtc.setRemoteVideoStreamType("alice", BIG)).isZero();
            assertThat(wishes()).endsWith(wish(true, ReceiveWish.Video.BIG, true));
            assertThat(bob.rtc.setRemoteVideoStreamType("alice", SUB)).isEqualTo(-2);
            assertThat(bob.rtc.setRemoteVideoStreamType("two words", BIG)).isEqualTo(-2);
        }

        @Test
        void of_the_screen_stands_beside_that_of_the_camera() {
            aliceShows();
            alice.rtc.startScreenCapture(SUB, null);
            bob.rtc.startRemoteView("alice", BIG, view);
            bob.rtc.startRemoteView("alice", SUB, other);
            world.settle();
            assertThat(bob.told("onUserSubStreamAvailable")).containsExactly(List.of("alice", true));
            frame(64, 48);
            his.show(MediaKind.SCREEN, 128, 96);
            assertThat(view.seen).containsExactly(64);
            assertThat(other.seen).containsExactly(128);
        }

        @Test
        void of_nobody_is_an_error() {
            bob.rtc.startRemoteView("", BIG, view);
            bob.rtc.stopRemoteView("two words", BIG);
            assertThat(bob.briefly()).containsExactly("onError -2", "onError -2");
        }
    }

    @Nested
    class First_frames_and_sizes {
        @Test
        void are_told_of_the_own_and_the_other_picture_each_time_they_begin() {
            bob.rtc.startLocalPreview(true, other);
            world.settle();
            bob.devices.videos.getFirst().push(FakeConnection.frame(96, 54));
            aliceShows();
            bob.rtc.startRemoteView("alice", BIG, view);
            world.settle();
            frame(64, 36);
            frame(32, 18);
            assertThat(bob.told("onFirstVideoFrame"))
                    .containsExactly(List.of("", BIG, 96, 54), List.of("alice", BIG, 64, 36));
            assertThat(bob.told("onUserVideoSizeChanged"))
                    .containsExactly(
                            List.of("", BIG, 96, 54), List.of("alice", BIG, 64, 36), List.of("alice", BIG, 32, 18));
            alice.rtc.stopLocalPreview();
            world.settle();
            aliceShows();
            frame(32, 18);
            assertThat(bob.told("onFirstVideoFrame")).hasSize(3);
        }

        @Test
        void turn_loading_into_playing() {
            aliceShows();
            bob.rtc.startRemoteView("alice", BIG, view);
            world.settle();
            frame(64, 36);
            bob.rtc.stopRemoteView("alice", BIG);
            bob.rtc.startRemoteView("alice", BIG, view);
            world.settle();
            alice.rtc.muteLocalVideo(BIG, true);
            world.settle();
            assertThat(changes("onRemoteVideoStatusUpdated")).containsExactly("2 3", "1 3", "0 4", "2 3", "0 6");
        }

        @Test
        void of_a_voice_come_with_its_first_packet() {
            aliceSpeaks();
            his.receive(MediaKind.AUDIO, 0);
            world.pass(1);
            assertThat(bob.told("onFirstAudioFrame")).isEmpty();
            his.receive(MediaKind.AUDIO, 3);
            world.pass(0.2);
            his.receive(MediaKind.AUDIO, 50);
            world.pass(1);
            assertThat(bob.told("onFirstAudioFrame")).containsExactly(List.of("alice"));
        }
    }

    @Nested
    class What_is_received {
        @Test
        void a_muted_voice_neither_plays_nor_comes_until_it_is_unmuted() {
            aliceSpeaks();
            bob.rtc.muteRemoteAudio("alice", true);
            assertThat(wishes()).containsExactly(wish(false, ReceiveWish.Video.BIG, true));
            assertThat(bob.devices.speakers).allMatch(speaker -> speaker.isClosed);
            bob.rtc.muteRemoteAudio("alice", false);
            assertThat(wishes()).endsWith(wish(true, ReceiveWish.Video.BIG, true));
            assertThat(changes("onRemoteAudioStatusUpdated")).containsExactly("1 5", "0 4", "1 3");
        }

        @Test
        void muting_all_covers_who_comes_later_the_latest_word_counts_and_leaving_sets_it_back() {
            Visitor carol = new Visitor(world, "carol");
            carol.rtc.muteAllRemoteAudio(true);
            carol.rtc.enterRoom(carol.params().withStrRoomId("c"), RtcAppScene.AUDIO_CALL);
            assertThat(wishes()).endsWith(wish(false, ReceiveWish.Video.BIG, true));
            alice.rtc.switchRoom(RtcSwitchRoomConfig.ofStrRoomId("c"));
            assertThat(wishes()).hasSize(1);
            carol.rtc.muteRemoteAudio("alice", false);
            assertThat(wishes()).endsWith(wish(true, ReceiveWish.Video.BIG, true));
            carol.rtc.muteAllRemoteAudio(true);
            assertThat(wishes()).endsWith(wish(false, ReceiveWish.Video.BIG, true));
            carol.exit();
            carol.rtc.enterRoom(carol.params().withStrRoomId("c"), RtcAppScene.AUDIO_CALL);
            assertThat(wishes()).hasSize(3);
        }

        @Test
        void a_muted_picture_stands_still_and_does_not_come() {
            aliceShows();
            bob.rtc.startRemoteView("alice", BIG, view);
            bob.rtc.muteRemoteVideoStream("alice", BIG, true);
            assertThat(wishes()).endsWith(wish(true, ReceiveWish.Video.NONE, true));
            frame(64, 48);
            assertThat(view.seen).isEmpty();
            bob.rtc.muteAllRemoteVideoStreams(true);
            assertThat(wishes()).endsWith(wish(true, ReceiveWish.Video.NONE, false));
            bob.rtc.muteAllRemoteVideoStreams(false);
            assertThat(wishes()).endsWith(wish(true, ReceiveWish.Video.BIG, true));
            frame(64, 48);
            assertThat(view.seen).containsExactly(64);
        }

        @Test
        void a_picture_nobody_looks_at_stops_coming_and_comes_when_it_is_looked_at() {
            aliceShows();
            assertThat(wishes()).isEmpty();
            world.pass(5);
            assertThat(wishes()).containsExactly(wish(true, ReceiveWish.Video.NONE, true));
            bob.rtc.startRemoteView("alice", BIG, view);
            assertThat(wishes()).endsWith(wish(true, ReceiveWish.Video.BIG, true));
            bob.rtc.stopRemoteView("alice", BIG);
            assertThat(wishes()).endsWith(wish(true, ReceiveWish.Video.NONE, true));
        }

        @Test
        void nothing_comes_by_itself_where_that_was_chosen_before_entering() {
            Visitor carol = new Visitor(world, "carol");
            carol.rtc.setDefaultStreamRecvMode(false, false);
            carol.rtc.enterRoom(carol.params().withStrRoomId("c"), RtcAppScene.VIDEO_CALL);
            assertThat(wishes()).containsExactly(wish(false, ReceiveWish.Video.NONE, false));
            alice.rtc.switchRoom(RtcSwitchRoomConfig.ofStrRoomId("c"));
            world.settle();
            carol.rtc.muteRemoteAudio("alice", false);
            carol.rtc.startRemoteView("alice", BIG, view);
            assertThat(wishes()).endsWith(wish(true, ReceiveWish.Video.BIG, false));
            carol.rtc.setDefaultStreamRecvMode(true, true);
            assertThat(carol.briefly()).endsWith("onWarning -3");
        }

        @Test
        void what_stands_still_is_loading_until_it_goes_on() {
            aliceSpeaks();
            aliceShows();
            bob.rtc.startRemoteView("alice", BIG, view);
            world.settle();
            frame(64, 48);
            for (int packets : new int[] {10, 20, 20, 30}) {
                his.receive(MediaKind.AUDIO, packets);
                his.receive(MediaKind.CAMERA, packets);
                world.pass(2);
            }
            assertThat(changes("onRemoteVideoStatusUpdated")).containsExactly("2 3", "1 3", "2 1", "1 2");
            assertThat(changes("onRemoteAudioStatusUpdated")).containsExactly("1 5", "2 1", "1 2");
        }
    }

    @Nested
    class How_loud_it_is {
        private short played() {
            short[] samples = new short[480];
            Arrays.fill(samples, (short) 8_000);
            Objects.requireNonNull(his.ear).chunk(PcmChunk.of(samples, 48_000, 1));
            return bob.devices.speakers.getLast().played.getLast().samples().get(0);
        }

        @Test
        void goes_through_what_it_is_played_on_for_everybody_and_for_one() {
            aliceSpeaks();
            assertThat(played()).isEqualTo((short) 8_000);
            bob.rtc.setAudioPlayoutVolume(50);
            world.settle();
            assertThat(played()).isEqualTo((short) 4_000);
            bob.rtc.setRemoteAudioVolume("alice", 50);
            world.settle();
            assertThat(played()).isEqualTo((short) 2_000);
            bob.rtc.setAudioPlayoutVolume(150);
            world.settle();
            assertThat(played()).isEqualTo((short) 6_000);
            assertThat(bob.rtc.getAudioPlayoutVolume()).isEqualTo(150);
        }

        @Test
        void has_its_bounds() {
            bob.rtc.setAudioPlayoutVolume(-1);
            bob.rtc.setRemoteAudioVolume("alice", 151);
            bob.rtc.setAudioCaptureVolume(1_000);
            assertThat(bob.briefly()).containsExactly("onError -2", "onError -2", "onError -2");
        }

        @Test
        void a_loudspeaker_is_open_only_while_there_is_something_to_play() {
            assertThat(bob.devices.speakers).isEmpty();
            aliceSpeaks();
            assertThat(bob.devices.speakers).hasSize(1);
            alice.rtc.stopLocalAudio();
            world.settle();
            assertThat(bob.devices.speakers.getFirst().isClosed).isTrue();
        }

        @Test
        void the_app_may_take_the_sound_and_no_loudspeaker_is_opened() {
            List<PcmChunk> heard = new ArrayList<>();
            bob.rtc.setSpeakerSink(heard::add);
            aliceSpeaks();
            PcmChunk chunk = PcmChunk.silence(48_000, 1);
            Objects.requireNonNull(his.ear).chunk(chunk);
            assertThat(heard).containsExactly(chunk);
            assertThat(bob.devices.speakers).isEmpty();
        }

        @Test
        void a_machine_without_a_loudspeaker_is_warned_of_and_one_that_is_taken_an_error() {
            bob.devices.refusals.put(Devices.Kind.SPEAKER, MediaException.Reason.NO_DEVICE);
            bob.news();
            aliceSpeaks();
            assertThat(bob.briefly()).contains("onWarning 1202").doesNotContain("onError -1321");
            alice.rtc.stopLocalAudio();
            bob.devices.refusals.put(Devices.Kind.SPEAKER, MediaException.Reason.DEVICE_REFUSED);
            world.settle();
            aliceSpeaks();
            assertThat(bob.briefly()).contains("onError -1321");
        }
    }

    @Nested
    class A_snapshot {
        private List<Integer> widths() {
            return bob.told("onSnapshotComplete").stream()
                    .map(args -> ((BufferedImage) args.getLast()).getWidth())
                    .toList();
        }

        @Test
        void is_of_what_a_view_shows() {
            aliceShows();
            bob.rtc.startRemoteView("alice", BIG, view);
            world.settle();
            frame(64, 48);
            bob.rtc.snapshotVideo("alice", BIG, RtcSnapshotSourceType.VIEW);
            assertThat(widths()).containsExactly(64);
        }

        @Test
        void of_what_is_in_no_view_looks_for_a_moment() {
            aliceShows();
            bob.rtc.snapshotVideo("alice", BIG, RtcSnapshotSourceType.STREAM);
            world.settle();
            frame(66, 48);
            assertThat(widths()).containsExactly(66);
            assertThat(his.screens).isEmpty();
        }

        @Test
        void of_the_own_camera_takes_its_next_picture() {
            bob.rtc.startLocalPreview(true, null);
            bob.rtc.snapshotVideo("", BIG, RtcSnapshotSourceType.CAPTURE);
            world.settle();
            assertThat(bob.briefly()).contains("onWarning -1");
            bob.rtc.snapshotVideo("", BIG, RtcSnapshotSourceType.CAPTURE);
            world.settle();
            bob.devices.videos.getFirst().push(FakeConnection.frame(68, 48));
            assertThat(widths()).containsExactly(68);
        }

        @Test
        void of_nothing_is_warned_of() {
            bob.news();
            bob.rtc.snapshotVideo("alice", BIG, RtcSnapshotSourceType.STREAM);
            bob.rtc.snapshotVideo("alice", BIG, RtcSnapshotSourceType.VIEW);
            assertThat(bob.briefly()).containsExactly("onWarning -1", "onWarning -3");
            aliceShows();
            bob.news();
            bob.rtc.snapshotVideo("alice", BIG, RtcSnapshotSourceType.STREAM);
            world.pass(2);
            assertThat(bob.briefly()).containsExactly("onWarning -1");
            assertThat(his.screens).isEmpty();
        }
    }
}
