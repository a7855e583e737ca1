// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.course.RoomEvent;
import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaKind;
import dev.duet.client.world.World;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ClientRequest.EnterRoom;
import dev.duet.frame.ClientRequest.ExitRoom;
import dev.duet.frame.ClientRequest.RestartIce;
import dev.duet.frame.ClientRequest.SetMedia;
import dev.duet.frame.ClientRequest.SetReceive;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.frame.ServerEvent.LocalQuality;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RoomTest {
    private static final RoomId A = new RoomId.Named("a");
    private static final UserId BOB = new UserId("bob");

    private final World world = new World();
    private final Guest alice = new Guest(world, "alice");
    private final Guest bob = new Guest(world, "bob");
    private final Room room = alice.room("a");

    private int soon(java.util.concurrent.CompletableFuture<? extends dev.duet.client.Result<?>> answer) {
        return world.soon(answer).code();
    }

    @Nested
    class An_entry {
        @Test
        void connects_and_tells_who_is_there() {
            bob.openMicrophone();
            assertThat(soon(bob.room("a").enter())).isZero();
            assertThat(soon(room.enter())).isZero();
            assertThat(alice.log).containsExactly("entered", "bob entered", "bob sends true false", "connected");
            assertThat(bob.log).containsExactly("entered", "connected", "alice entered");
            assertThat(room.users()).containsExactly(BOB);
            assertThat(soon(room.enter())).isEqualTo(-3340);
        }

        @Test
        void that_is_refused_leaves_nothing_behind() {
            world.server.refusals.put(EnterRoom.class, -102052);
            assertThat(soon(room.enter())).isEqualTo(-102052);
            assertThat(world.connections.getFirst().isClosed()).isTrue();
            assertThat(alice.log).isEmpty();
        }

        @Test
        void whose_answer_cannot_be_used_is_given_up_and_the_place_too() {
            world.mediaDown = true;
            var entering = room.enter();
            room.on(event -> {
                if (event instanceof RoomEvent.Linked) {
                    world.connections.getFirst().refusal =
                            new MediaException(MediaException.Reason.BAD_DESCRIPTION, "No SDP.");
                }
            });
            assertThat(soon(entering)).isEqualTo(-3301);
            assertThat(alice.log).containsExactly("entered", "ended Lost");
            assertThat(world.server.isEmpty()).isTrue();
        }

        @Test
        void without_an_engine_says_what_is_missing() {
            MediaTools none = new MediaTools(
                    () -> {
                        throw new MediaException(MediaException.Reason.NO_ENGINE, "Add duet-sdk-webrtc.");
                    },
                    world::run);
            Room dumb = new Room(
                    alice.wire,
                    alice,
                    none,
                    RoomOptions.of(A, dev.duet.frame.Scene.VIDEO_CALL, Duration.ofSeconds(30)));
            var answer = world.soon(dumb.enter());
            assertThat(answer.code()).isEqualTo(-3301);
            assertThat(answer.desc()).contains("Add duet-sdk-webrtc.");
        }

        @Test
        void that_is_left_before_its_answer_is_undone_after_it() {
            var entering = room.enter();
            assertThat(soon(room.exit())).isZero();
            assertThat(soon(entering)).isEqualTo(-3301);
            assertThat(world.server.isEmpty()).isTrue();
            assertThat(alice.log).isEmpty();
        }

        @Test
        void says_what_is_sent_and_repeats_the_wishes_after_each() {
            alice.openMicrophone();
            ReceiveWish wish = new ReceiveWish(false, ReceiveWish.Video.NONE, true);
            room.setReceive(wish);
            assertThat(soon(room.enter())).isZero();
            assertThat(world.server.asked(EnterRoom.class).getFirst().media())
                    .isEqualTo(new MediaFlags(true, false, false));
            assertThat(world.server.asked(SetMedia.class)).isEmpty();
            assertThat(world.server.asked(SetReceive.class)).containsExactly(new SetReceive(wish));
            world.server.restart();
            world.pass(2);
            assertThat(world.server.asked(EnterRoom.class)).hasSize(2);
            assertThat(world.server.asked(SetReceive.class)).hasSize(2);
        }

        @Test
        void is_followed_by_what_changed_meanwhile() {
            var entering = room.enter();
            world.run(() -> world.run(() -> world.run(alice::openMicrophone)));
            assertThat(soon(entering)).isZero();
            assertThat(world.server.asked(EnterRoom.class).getFirst().media()).isEqualTo(MediaFlags.NONE);
            assertThat(world.server.asked(SetMedia.class))
                    .containsExactly(new SetMedia(new MediaFlags(true, false, false)));
        }
    }

    @Nested
    class A_stay {
        @BeforeEach
        void both_are_in() {
            bob.openMicrophone();
            soon(room.enter());
            soon(bob.room("a").enter());
            alice.log.clear();
        }

        private long restarts() {
            return world.server.asked(RestartIce.class).size();
        }

        @Test
        void whose_media_breaks_is_repaired_and_told_by_the_timeline() {
            world.mediaDown = true;
            world.connections.getFirst().become(ConnectionState.DISCONNECTED);
            world.pass(12);
            assertThat(alice.log).containsExactly("lost", "tries again");
            assertThat(restarts()).isEqualTo(5);
            world.mediaDown = false;
            world.pass(8);
            assertThat(alice.log).containsExactly("lost", "tries again", "recovered", "connected");
        }

        @Test
        void whose_media_stays_broken_is_given_up() {
            world.mediaDown = true;
            world.connections.getFirst().become(ConnectionState.FAILED);
            world.pass(31);
            assertThat(alice.log).endsWith("ended Lost");
            assertThat(world.server.users(A)).containsExactly("bob");
        }

        @Test
        void whose_media_stops_arriving_looks_for_another_way_at_once_whatever_the_engine_says() {
            arrive(1, 10);
            assertThat(restarts()).isZero();
            world.pass(1);
            assertThat(restarts()).isEqualTo(1);
            assertThat(alice.wire.probes).isEqualTo(1);
            assertThat(room.isConnected()).isFalse();
            arrive(11, 12);
            assertThat(alice.log).containsExactly("connected");
            assertThat(room.isConnected()).isTrue();
        }

        @Test
        void whose_media_never_arrives_again_is_told_and_given_up() {
            arrive(1, 10);
            world.pass(9);
            assertThat(alice.log).containsExactly("lost");
            world.pass(23);
            assertThat(alice.log).containsExactly("lost", "tries again", "ended Lost");
        }

        private void arrive(int from, int to) {
            for (int packets = from; packets <= to; packets++) {
                world.connections.getFirst().receive(MediaKind.AUDIO, packets);
                world.pass(0.25);
            }
        }

        @Test
        void that_goes_quiet_because_the_other_is_silent_is_left_alone() {
            arrive(1, 10);
            for (int seconds = 0; seconds < 5; seconds++) {
                world.connections.getFirst().reports += 1;
                world.pass(0.5);
            }
            assertThat(restarts()).isZero();
            assertThat(room.isConnected()).isTrue();
        }

        @Test
        void on_another_network_is_moved_there() {
            alice.wire.changeNetwork();
            world.settle();
            assertThat(restarts()).isEqualTo(1);
            assertThat(world.connections.getFirst().answers).hasSize(2);
        }

        @Test
        void that_the_server_has_lost_is_entered_again_and_who_comes_back_too_never_left() {
            world.server.restart();
            world.pass(15);
            assertThat(world.server.users(A)).containsExactlyInAnyOrder("alice", "bob");
            assertThat(alice.log).containsExactly("connected");
            assertThat(room.users()).containsExactly(BOB);
        }

        @Test
        void tells_after_a_moment_of_who_did_not_come_back() {
            world.server.restart();
            bob.wire.end();
            world.pass(12);
            assertThat(alice.log).containsExactly("connected", "bob sends false false", "bob left 1");
        }

        @Test
        void that_cannot_be_entered_again_has_ended() {
            world.server.refusals.put(EnterRoom.class, -102052);
            world.server.restart();
            world.pass(2);
            assertThat(alice.log).containsExactly("ended Lost");
        }

        @Test
        void of_which_a_restart_finds_nothing_is_entered_again() {
            world.server.remove(A, "alice");
            alice.wire.changeNetwork();
            world.settle();
            assertThat(world.server.users(A)).contains("alice");
            assertThat(alice.log).containsExactly("connected");
        }

        @Test
        void is_told_the_quality_every_two_seconds() {
            List<RoomEvent.Measured> told = new ArrayList<>();
            room.on(event -> {
                if (event instanceof RoomEvent.Measured measured) {
                    told.add(measured);
                }
            });
            world.server.say(
                    "alice",
                    new ServerEvent.NetworkQuality(
                            new LocalQuality(3, Duration.ofMillis(5), 0, Duration.ZERO), List.of()));
            world.connections.getFirst().receive(MediaKind.AUDIO, 100);
            world.pass(2);
            world.pass(6);
            assertThat(told).hasSize(4);
            assertThat(told.getFirst().quality().local()).isEqualTo(3);
            assertThat(told.getLast().quality().local()).isEqualTo(1);
            assertThat(told.stream()
                            .map(each -> each.quality().remote().getFirst().quality()))
                    .containsExactly(1, 1, 6, 6);
        }

        @Test
        void carries_commands_and_takes_none_outside() {
            ClientRequest.SendCustomCmd command = new ClientRequest.SendCustomCmd(1, "eA==", true, true);
            assertThat(room.command(command)).isTrue();
            world.settle();
            assertThat(bob.log).endsWith("alice says eA==");
            soon(room.exit());
            assertThat(room.command(command)).isFalse();
        }

        @Test
        void tells_what_is_sent_but_not_allowed() {
            world.server.refusals.put(SetMedia.class, -102016);
            alice.openCamera();
            world.settle();
            assertThat(alice.log).containsExactly("refused -102016");
        }

        @Test
        void shows_and_plays_what_comes_on_any_later_connection_too() {
            List<String> seen = new ArrayList<>();
            room.see(MediaKind.CAMERA, frame -> seen.add(frame.width() + "x" + frame.height()));
            room.hear(chunk -> {});
            world.server.restart();
            world.pass(2);
            var open =
                    world.connections.stream().filter(each -> !each.isClosed()).toList();
            assertThat(open).hasSize(2);
            open.forEach(each -> each.show(MediaKind.CAMERA, 32, 16));
            assertThat(open.stream().filter(each -> each.ear != null)).hasSize(1);
            assertThat(seen).containsExactly("32x16");
        }

        @Test
        void ends_when_the_server_says_so() {
            world.server.say("alice", new ServerEvent.RoomExited(ExitReason.KICKED));
            world.server.say("bob", new ServerEvent.RoomExited(ExitReason.DISSOLVED));
            world.settle();
            assertThat(alice.log).containsExactly("ended Kicked");
            assertThat(bob.log).endsWith("ended Dissolved");
            assertThat(world.connections).allMatch(each -> each.isClosed());
            assertThat(world.server.asked(ExitRoom.class)).isEmpty();
        }
    }

    @Nested
    class A_room_on_hold {
        @BeforeEach
        void both_are_in() {
            alice.openMicrophone();
            soon(room.enter());
            soon(bob.room("a").enter());
            bob.log.clear();
        }

        @Test
        void keeps_the_place_and_neither_sends_nor_receives() {
            assertThat(soon(room.hold())).isZero();
            assertThat(room.isHeld()).isTrue();
            assertThat(bob.log).containsExactly("alice holds", "alice sends false false");
            assertThat(world.connections.getFirst().isClosed()).isTrue();
        }

        @Test
        void is_gone_back_to_and_nobody_entered_or_left_meanwhile() {
            soon(room.hold());
            alice.log.clear();
            bob.log.clear();
            assertThat(soon(room.resume(null))).isZero();
            assertThat(bob.log).containsExactly("alice is back", "alice sends true false");
            assertThat(alice.log).containsExactly("connected");
            assertThat(room.isHeld()).isFalse();
        }

        @Test
        void lets_another_room_be_entered_and_each_hears_of_its_own_people() {
            soon(room.hold());
            Room other = alice.room("b");
            Guest carol = new Guest(world, "carol");
            assertThat(soon(other.enter())).isZero();
            soon(carol.room("b").enter());
            bob.openMicrophone();
            world.settle();
            assertThat(room.users()).containsExactly(BOB);
            assertThat(other.users()).containsExactly(new UserId("carol"));
            assertThat(room.sends(BOB).audio()).isTrue();
        }

        @Test
        void changes_places_with_the_current_one() {
            soon(room.hold());
            Room other = alice.room("b");
            soon(other.enter());
            assertThat(soon(room.resume(other))).isZero();
            assertThat(other.isHeld()).isTrue();
            assertThat(room.isHeld()).isFalse();
        }

        @Test
        void is_left_by_its_name() {
            soon(room.hold());
            soon(room.exit());
            assertThat(world.server.asked(ExitRoom.class)).containsExactly(new ExitRoom(A));
            assertThat(bob.log).endsWith("alice left 0");
        }

        @Test
        void tells_when_it_is_back_of_those_who_left_unheard() {
            soon(room.hold());
            world.server.remove(A, "bob");
            alice.log.clear();
            soon(room.resume(null));
            assertThat(alice.log).containsExactly("bob left 0", "connected");
        }

        @Test
        void stays_on_hold_when_it_cannot_be_gone_back_to() {
            soon(room.hold());
            world.server.refusals.put(EnterRoom.class, 6012);
            assertThat(soon(room.resume(null))).isEqualTo(6012);
            assertThat(room.isHeld()).isTrue();
            world.server.refusals.clear();
            assertThat(soon(room.resume(null))).isZero();
        }

        @Test
        void cannot_be_what_was_not_entered_or_is_on_hold_already() {
            assertThat(soon(alice.room("c").hold())).isEqualTo(-102005);
            assertThat(soon(room.resume(null))).isEqualTo(-102005);
            soon(room.hold());
            assertThat(soon(room.hold())).isEqualTo(-102005);
        }

        @Test
        void ends_when_the_server_has_lost_it() {
            soon(room.hold());
            world.server.restart();
            world.pass(2);
            assertThat(alice.log).endsWith("ended Lost");
        }

        @Test
        void that_is_dissolved_has_ended_and_the_current_one_has_not() {
            soon(room.hold());
            Room current = alice.room("b");
            soon(current.enter());
            alice.log.clear();
            world.server.say("alice", new ServerEvent.InHeldRoom(A, new ServerEvent.RoomExited(ExitReason.DISSOLVED)));
            world.settle();
            assertThat(alice.log).containsExactly("ended Dissolved");
            assertThat(current.isConnected()).isTrue();
        }
    }
}
