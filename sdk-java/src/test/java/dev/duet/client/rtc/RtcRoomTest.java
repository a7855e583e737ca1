// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.rtc.desk.SessionSource;
import dev.duet.client.rtc.rule.CommandAllowance;
import dev.duet.client.rtc.rule.EntryCheck;
import dev.duet.client.rtc.told.RtcCloudListener;
import dev.duet.client.rtc.type.RtcAppScene;
import dev.duet.client.rtc.type.RtcAudioQuality;
import dev.duet.client.rtc.type.RtcParams;
import dev.duet.client.rtc.type.RtcRoleType;
import dev.duet.client.rtc.type.RtcSwitchRoomConfig;
import dev.duet.client.world.World;
import dev.duet.frame.ClientRequest.EnterRoom;
import dev.duet.frame.ClientRequest.ExitRoom;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RtcRoomTest {
    private static final RoomId R = new RoomId.Named("r");
    private final World world = new World();

    static Stream<Arguments> wrong() {
        RtcParams right = new RtcParams(1, "alice", "sig").withStrRoomId("r");
        return Stream.of(
                Arguments.of(new RtcParams(0, "alice", "sig").withStrRoomId("r"), -3317),
                Arguments.of(new RtcParams(4_294_967_296L, "alice", "sig").withStrRoomId("r"), -3317),
                Arguments.of(right.withStrRoomId(""), -3318),
                Arguments.of(right.withStrRoomId("a/b"), -3318),
                Arguments.of(right.withStrRoomId("x".repeat(65)), -3318),
                Arguments.of(right.withRoomId(4_294_967_295L), -3318),
                Arguments.of(right.withRoomId(-1), -3318),
                Arguments.of(new RtcParams(1, "", "sig").withStrRoomId("r"), -3319),
                Arguments.of(new RtcParams(1, "two words", "sig").withStrRoomId("r"), -3319),
                Arguments.of(new RtcParams(1, "x".repeat(33), "sig").withStrRoomId("r"), -3319),
                Arguments.of(new RtcParams(1, "alice", "").withStrRoomId("r"), -3320));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrong_parameters_have_their_numbers(RtcParams params, int code) {
        Visitor alice = new Visitor(world, "alice");
        alice.rtc.enterRoom(params, RtcAppScene.VIDEO_CALL);
        assertThat(alice.briefly()).containsExactly("onEnterRoom(" + code + ")", "onError " + code);
        assertThat(world.server.asked).isEmpty();
    }

    @Test
    void no_parameters_have_theirs() {
        Visitor alice = new Visitor(world, "alice");
        alice.rtc.enterRoom(null, RtcAppScene.VIDEO_CALL);
        assertThat(alice.briefly()).containsExactly("onEnterRoom(-3316)", "onError -3316");
    }

    @Nested
    class Listeners {
        @Test
        void are_told_each_once_until_they_are_taken_off() {
            Visitor alice = new Visitor(world, "alice");
            List<Integer> heard = new ArrayList<>();
            RtcCloudListener listener = new RtcCloudListener() {
                @Override
                public void onWarning(int code, String why) {
                    heard.add(code);
                }
            };
            alice.rtc.registerListener(listener);
            alice.rtc.registerListener(listener);
            alice.exit();
            alice.rtc.unRegisterListener(listener);
            alice.exit();
            assertThat(heard).containsExactly(-3);
        }

        @Test
        void that_throw_disturb_nobody() {
            Visitor alice = new Visitor(world, "alice");
            List<Throwable> reported = new ArrayList<>();
            Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> reported.add(fault));
            try {
                RtcCloud rtc = new RtcCloud(world.sessions(), world.tools());
                List<Integer> heard = new ArrayList<>();
                rtc.registerListener(new RtcCloudListener() {
                    @Override
                    public void onWarning(int code, String why) {
                        throw new IllegalStateException("mine");
                    }
                });
                rtc.registerListener(new RtcCloudListener() {
                    @Override
                    public void onWarning(int code, String why) {
                        heard.add(code);
                    }
                });
                rtc.exitRoom();
                world.settle();
                assertThat(heard).containsExactly(-3);
                assertThat(reported).singleElement().isInstanceOf(IllegalStateException.class);
            } finally {
                Thread.currentThread().setUncaughtExceptionHandler(null);
            }
            assertThat(alice.news()).isEmpty();
        }
    }

    @Nested
    class Entering_and_leaving {
        private final Visitor alice = new Visitor(world, "alice");

        @Test
        void go_in_pairs_also_when_the_entry_failed() {
            alice.rtc.enterRoom(new RtcParams(0, "alice", "sig"), RtcAppScene.VIDEO_CALL);
            alice.enter();
            assertThat(alice.news()).contains("onEnterRoom(-3317)", "onEnterRoom(-3340)");
            alice.exit();
            assertThat(alice.news()).containsExactly("onExitRoom(0)");
            alice.enter();
            alice.enter();
            assertThat(alice.briefly()).containsExactly("onEnterRoom(1)", "onEnterRoom(-3340)", "onError -3340");
            alice.rtc.exitRoom();
            alice.rtc.exitRoom();
            alice.rtc.enterRoom(alice.params(), RtcAppScene.VIDEO_CALL);
            assertThat(alice.briefly()).containsExactly("onEnterRoom(-3340)", "onError -3340", "onExitRoom(0)");
        }

        @Test
        void may_cross_each_other() {
            alice.rtc.enterRoom(alice.params(), RtcAppScene.VIDEO_CALL);
            alice.exit();
            assertThat(alice.news()).containsExactly("onExitRoom(0)");
            assertThat(world.server.isEmpty()).isTrue();
            assertThat(world.server.isLoggedIn("alice")).isFalse();
        }

        @Test
        void may_follow_from_inside_onExitRoom() {
            alice.enter();
            alice.rtc.registerListener(new RtcCloudListener() {
                @Override
                public void onExitRoom(int reason) {
                    alice.rtc.enterRoom(alice.params(), RtcAppScene.VIDEO_CALL);
                }
            });
            alice.exit();
            assertThat(alice.news()).containsExactly("onEnterRoom(1)", "onExitRoom(0)", "onEnterRoom(1)");
        }

        @Test
        void know_rooms_by_number_and_by_name_and_the_number_wins() {
            alice.rtc.enterRoom(alice.params().withRoomId(7).withStrRoomId("7"), RtcAppScene.AUDIO_CALL);
            Visitor bob = new Visitor(world, "bob");
            bob.rtc.enterRoom(bob.params().withStrRoomId("7"), RtcAppScene.LIVE);
            world.settle();
            assertThat(world.server.users(new RoomId.Numbered(7))).containsExactly("alice");
            assertThat(world.server.users(new RoomId.Named("7"))).containsExactly("bob");
            assertThat(world.server.asked(EnterRoom.class).stream().map(EnterRoom::scene))
                    .containsExactly(Scene.AUDIO_CALL, Scene.VIDEO_CALL);
        }

        @Test
        void close_the_devices() {
            alice.rtc.startLocalAudio(RtcAudioQuality.SPEECH);
            alice.rtc.startLocalPreview(true, null);
            alice.enter();
            assertThat(alice.devices.live()).isEqualTo(2);
            alice.exit();
            assertThat(alice.devices.live()).isZero();
            assertThat(alice.news()).endsWith("onExitRoom(0)");
        }

        @Test
        void do_not_wait_for_a_server_that_does_not_answer() {
            alice.enter();
            alice.news();
            world.server.deaf = "alice";
            alice.exit();
            world.pass(1.9);
            assertThat(alice.news()).isEmpty();
            world.pass(0.1);
            assertThat(alice.news()).containsExactly("onExitRoom(0)");
        }

        @Test
        void without_a_room_there_is_nothing_to_leave() {
            alice.exit();
            assertThat(alice.briefly()).containsExactly("onWarning -3");
        }
    }

    @Nested
    class A_server_that_refuses {
        private final Visitor alice = new Visitor(world, "alice");

        @ParameterizedTest
        @CsvSource({"70001, -100018", "70020, -3317", "70009, -100018", "6012, -3308", "9508, -3308", "70500, -3301"})
        void the_login_is_told_in_the_numbers_of_rooms(int answered, int told) {
            world.loginRefusal = answered;
            alice.enter();
            assertThat(alice.briefly()).containsExactly("onEnterRoom(" + told + ")", "onError " + told);
            alice.exit();
            assertThat(alice.news()).containsExactly("onExitRoom(0)");
        }

        @ParameterizedTest
        @CsvSource({"-100018", "-100006", "-102052"})
        void the_entry_is_told_as_it_says(int answered) {
            world.server.refusals.put(EnterRoom.class, answered);
            alice.enter();
            assertThat(alice.briefly()).containsExactly("onEnterRoom(" + answered + ")", "onError " + answered);
            alice.exit();
            assertThat(alice.news()).containsExactly("onExitRoom(0)");
        }

        @Test
        void has_numbers_for_all_else() {
            assertThat(EntryCheck.entryCode(6206)).isEqualTo(-100018);
            assertThat(EntryCheck.entryCode(70050)).isEqualTo(-3301);
            assertThat(EntryCheck.entryCode(-7)).isEqualTo(-7);
        }
    }

    @Nested
    class What_ends_a_stay_from_outside {
        private final List<Visitor> both = Visitor.together(world);
        private final Visitor alice = both.getFirst();

        @Test
        void a_kick_and_a_dissolution_close_the_devices_and_allow_another_entry() {
            alice.rtc.startLocalAudio(RtcAudioQuality.DEFAULT_MODE);
            world.settle();
            alice.news();
            world.server.say("alice", new ServerEvent.RoomExited(ExitReason.KICKED));
            world.server.say("bob", new ServerEvent.RoomExited(ExitReason.DISSOLVED));
            assertThat(alice.news()).containsExactly("onExitRoom(1)");
            assertThat(both.getLast().news()).endsWith("onExitRoom(2)");
            assertThat(alice.devices.live()).isZero();
            alice.enter();
            assertThat(alice.news()).first().isEqualTo("onEnterRoom(1)");
        }

        @Test
        void a_login_elsewhere_is_a_kick() {
            world.server.endLogin("alice");
            assertThat(alice.news()).containsExactly("onExitRoom(1)");
        }

        @Test
        void media_that_stays_broken_is_lost_retried_warned_of_and_given_up_after_half_an_hour() {
            world.mediaDown = true;
            Visitor.first(world).become(ConnectionState.DISCONNECTED);
            world.pass(12);
            assertThat(alice.briefly())
                    .containsExactly("onConnectionLost()", "onWarning 5101", "onTryToReconnect()", "onWarning 5102");
            // Most of it at once: nothing happens there but retries.
            world.skip(Duration.ofMinutes(29));
            world.pass(60);
            assertThat(alice.briefly()).endsWith("onError -3301", "onExitRoom(2)");
        }

        @Test
        void media_that_comes_back_is_told() {
            world.mediaDown = true;
            Visitor.first(world).become(ConnectionState.DISCONNECTED);
            world.pass(9);
            world.mediaDown = false;
            world.pass(10);
            assertThat(alice.news()).endsWith("onConnectionRecovery()");
        }
    }

    @Nested
    class One_login_for_all {
        private final Visitor alice = new Visitor(world, "alice");

        @Test
        void an_app_that_is_logged_in_shares_it_and_stays_logged_in() {
            alice.sessions.signIn("alice");
            alice.enter();
            alice.exit();
            assertThat(world.server.isLoggedIn("alice")).isTrue();
        }

        @Test
        void without_a_login_it_signs_in_by_itself_and_out_when_it_leaves() {
            alice.enter();
            assertThat(world.server.isLoggedIn("alice")).isTrue();
            alice.exit();
            assertThat(world.server.isLoggedIn("alice")).isFalse();
        }

        @Test
        void the_room_goes_on_when_the_app_logs_out() {
            SessionSource.Lease app = alice.sessions.signIn("alice");
            alice.enter();
            assertThat(app.release()).isDone();
            world.pass(3);
            assertThat(alice.news()).containsExactly("onEnterRoom(1)");
            assertThat(world.server.users(R)).containsExactly("alice");
        }
    }

    @Nested
    class Moving_to_another_room {
        private final List<Visitor> both = Visitor.together(world);
        private final Visitor alice = both.getFirst();
        private final Visitor bob = both.getLast();

        @Test
        void keeps_devices_and_what_is_sent() {
            alice.rtc.startLocalAudio(RtcAudioQuality.DEFAULT_MODE);
            world.settle();
            alice.news();
            alice.rtc.switchRoom(RtcSwitchRoomConfig.ofStrRoomId("other"));
            assertThat(alice.news()).containsExactly("onSwitchRoom(0, )");
            assertThat(bob.news()).endsWith("onRemoteUserLeaveRoom(alice, 0)");
            assertThat(alice.devices.live()).isEqualTo(1);
            assertThat(world.server
                            .user(new RoomId.Named("other"), "alice")
                            .orElseThrow()
                            .media()
                            .audio())
                    .isTrue();
            alice.exit();
            assertThat(alice.news()).containsExactly("onExitRoom(0)");
        }

        @Test
        void to_where_one_may_not_go_leads_back() {
            alice.rtc.registerListener(new RtcCloudListener() {});
            world.server.refuseOnce(EnterRoom.class, -102052);
            alice.rtc.switchRoom(RtcSwitchRoomConfig.ofRoomId(9));
            assertThat(alice.briefly()).containsExactly("onRemoteUserEnterRoom(bob)", "onSwitchRoom -102052");
            assertThat(world.server.users(R)).containsExactly("bob", "alice");
        }

        @Test
        void needs_a_legal_room() {
            alice.rtc.switchRoom(null);
            alice.rtc.switchRoom(RtcSwitchRoomConfig.ofStrRoomId(""));
            alice.rtc.switchRoom(RtcSwitchRoomConfig.ofRoomId(-1));
            assertThat(alice.briefly())
                    .containsExactly("onSwitchRoom -3316", "onSwitchRoom -3318", "onSwitchRoom -3318");
            assertThat(world.server.asked(ExitRoom.class)).isEmpty();
        }

        @Test
        void from_nowhere_is_refused_and_so_is_another_role() {
            Visitor carol = new Visitor(world, "carol");
            carol.rtc.switchRoom(RtcSwitchRoomConfig.ofRoomId(9));
            carol.rtc.switchRole(RtcRoleType.AUDIENCE);
            assertThat(carol.briefly()).containsExactlyInAnyOrder("onSwitchRoom -3", "onSwitchRole -4");
        }
    }

    @Nested
    class Commands_of_the_apps_own {
        private final List<Visitor> both = Visitor.together(world);
        private final Visitor alice = both.getFirst();
        private final Visitor bob = both.getLast();

        @Test
        void reach_the_other_side() {
            assertThat(alice.rtc.sendCustomCmdMsg(1, "grüß dich", true, true)).isTrue();
            assertThat(alice.rtc.sendCustomCmdMsg(10, new byte[] {1, 2, -1}, true, true))
                    .isTrue();
            List<List<Object>> told = bob.told("onRecvCustomCmdMsg");
            assertThat(told.getFirst().subList(0, 3)).containsExactly("alice", 1, 1L);
            assertThat((byte[]) told.getFirst().get(3))
                    .asString(java.nio.charset.StandardCharsets.UTF_8)
                    .isEqualTo("grüß dich");
            assertThat((byte[]) told.getLast().get(3)).containsExactly(1, 2, -1);
        }

        @Test
        void are_not_sent_when_they_are_wrong_or_outside() {
            assertThat(alice.rtc.sendCustomCmdMsg(0, "x", true, true)).isFalse();
            assertThat(alice.rtc.sendCustomCmdMsg(11, "x", true, true)).isFalse();
            assertThat(alice.rtc.sendCustomCmdMsg(1, "", true, true)).isFalse();
            assertThat(alice.rtc.sendCustomCmdMsg(1, (String) null, true, true)).isFalse();
            assertThat(alice.rtc.sendCustomCmdMsg(1, new byte[1_025], true, true))
                    .isFalse();
            alice.exit();
            assertThat(alice.rtc.sendCustomCmdMsg(1, "x", true, true)).isFalse();
        }

        @Test
        void keep_to_a_budget_that_fills_up_within_a_second() {
            for (int i = 0; i < 30; i++) {
                assertThat(alice.rtc.sendCustomCmdMsg(1, "x", true, true)).isTrue();
            }
            assertThat(alice.rtc.sendCustomCmdMsg(1, "x", true, true)).isFalse();
            world.pass(0.1);
            for (int i = 0; i < 3; i++) {
                assertThat(alice.rtc.sendCustomCmdMsg(1, "x", true, true)).isTrue();
            }
            assertThat(alice.rtc.sendCustomCmdMsg(1, "x", true, true)).isFalse();
            CommandAllowance full = CommandAllowance.full(Instant.EPOCH);
            assertThat(full.spend(8_192, Instant.EPOCH)).isPresent();
            assertThat(full.spend(8_193, Instant.EPOCH)).isEmpty();
        }

        private void say(long seq, String data) {
            world.server.say("bob", new ServerEvent.CustomCmd(new UserId("alice"), 3, seq, data));
        }

        @Test
        void that_come_twice_are_told_once_and_what_did_not_come_is_counted() {
            List.of(5L, 6L, 6L, 5L, 9L).forEach(seq -> say(seq, "eA=="));
            assertThat(bob.told("onMissCustomCmdMsg")).containsExactly(List.of("alice", 3, -1, 2));
            assertThat(bob.told("onRecvCustomCmdMsg")).hasSize(3);
        }

        @Test
        void that_are_no_base64_are_dropped() {
            say(1, "%%%");
            assertThat(bob.told("onRecvCustomCmdMsg")).isEmpty();
        }
    }
}
