// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.ledger.CallEvent;
import dev.duet.call.room.LegReport;
import dev.duet.call.roster.LoginPolicy;
import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import dev.duet.error.ErrorCode;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.RoomUser;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.frame.ServerEvent.LeaveReason;
import dev.duet.id.RoomId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rooms on hold, through the switchboard.
final class SwitchboardHoldTest {
    private static final RoomId R1 = new RoomId.Named("r1");
    private static final RoomId R2 = new RoomId.Named("r2");
    private static final ClientRequest HOLD = new ClientRequest.HoldRoom();

    private final Scenario scenario = new Scenario();
    private final Phone alice = scenario.phone("alice", "a1");
    private final Phone alice2 = scenario.phone("alice", "a2");
    private final Phone bob = scenario.phone("bob", "b1");
    private final Phone carol = scenario.phone("carol", "c1");

    @Test
    void the_other_hears_of_the_hold_and_of_the_silence() {
        alice.enters("r1");
        bob.enters("r1");
        alice.sends(true, true, false);
        bob.news();

        alice.does(HOLD);

        assertThat(bob.news())
                .containsExactly(
                        new ServerEvent.UserHeld(alice.user, true),
                        new ServerEvent.MediaChanged(alice.user, MediaFlags.NONE));
        assertThat(scenario.effects(Effect.LeaveMedia.class)).containsExactly(new Effect.LeaveMedia(R1, alice.user));
        assertThat(alice.refusedFor(new ClientRequest.SetMedia(MediaFlags.NONE)))
                .isEqualTo(ErrorCode.ROOM_NOT_FOUND);
    }

    @Test
    void who_sent_nothing_is_only_on_hold() {
        alice.enters("r1");
        bob.enters("r1");
        bob.news();

        alice.does(HOLD);

        assertThat(bob.news()).containsExactly(new ServerEvent.UserHeld(alice.user, true));
    }

    @Test
    void the_place_is_kept_and_another_room_may_be_entered() {
        bothTalkAndAliceHolds();

        assertThat(carol.refusedFor(Phone.entry("r1"))).isEqualTo(ErrorCode.ROOM_FULL);
        alice.enters("r2");
        assertThat(carol.enters("r2").users()).containsExactly(new RoomUser(alice.user, MediaFlags.NONE));
    }

    @Test
    void to_enter_again_is_to_come_back() {
        bothTalkAndAliceHolds();

        Result.Entered entered = alice.enters("r1");

        assertThat(entered.users()).extracting(RoomUser::userId).containsExactly(bob.user);
        assertThat(bob.news()).containsExactly(new ServerEvent.UserHeld(alice.user, false));
        alice.sends(true, false, false);
        assertThat(bob.news()).hasSize(1);
        assertThat(alice.news()).isEmpty();
    }

    @Test
    void who_comes_back_sending_is_heard_at_once() {
        bothTalkAndAliceHolds();

        alice.does(new ClientRequest.EnterRoom(
                R1, Scene.VIDEO_CALL, "offer", new MediaFlags(true, false, false), null, null));

        assertThat(bob.news())
                .containsExactly(
                        new ServerEvent.UserHeld(alice.user, false),
                        new ServerEvent.MediaChanged(alice.user, new MediaFlags(true, false, false)));
    }

    @Test
    void the_hold_shows_to_who_enters_or_comes_back() {
        bothTalkAndAliceHolds();
        bob.does(HOLD);

        assertThat(bob.enters("r1").users()).containsExactly(new RoomUser(alice.user, MediaFlags.NONE, true));
        assertThat(alice.enters("r1").users()).containsExactly(new RoomUser(bob.user, MediaFlags.NONE, false));
    }

    @Test
    void one_room_at_most_is_on_hold_and_only_a_room_one_is_in() {
        assertThat(alice.refusedFor(HOLD)).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
        alice.enters("r1");
        alice.does(HOLD);
        assertThat(alice.refusedFor(HOLD)).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
        alice.enters("r2");

        assertThat(alice.refusedFor(HOLD)).isEqualTo(ErrorCode.ROOM_ENTER_REFUSED);
        assertThat(alice2.refusedFor(HOLD)).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
    }

    @Test
    void to_come_back_from_another_room_puts_that_one_on_hold() {
        bothTalkAndAliceHolds();
        alice.enters("r2");
        carol.enters("r2");
        alice.sends(true, true, false);
        carol.news();
        scenario.effects.removeIf(Effect.LeaveMedia.class::isInstance);

        assertThat(alice.enters("r1").users()).extracting(RoomUser::userId).containsExactly(bob.user);

        assertThat(bob.news()).containsExactly(new ServerEvent.UserHeld(alice.user, false));
        assertThat(carol.news())
                .containsExactly(
                        new ServerEvent.UserHeld(alice.user, true),
                        new ServerEvent.MediaChanged(alice.user, MediaFlags.NONE));
        assertThat(scenario.effects(Effect.LeaveMedia.class)).containsExactly(new Effect.LeaveMedia(R2, alice.user));
        alice.enters("r2");
        assertThat(bob.news()).containsExactly(new ServerEvent.UserHeld(alice.user, true));
        assertThat(scenario.switchboard.census().occupants()).isEqualTo(4);
    }

    @Test
    void a_third_room_is_refused_and_a_change_that_fails_changes_nothing() {
        bothTalkAndAliceHolds();
        alice.enters("r2");
        carol.enters("r2");
        carol.news();
        assertThat(alice.refusedFor(Phone.entry("r3"))).isEqualTo(ErrorCode.ROOM_ENTER_REFUSED);
        scenario.holdMedia();
        alice.asks(new RequestId.Text("enter"), Phone.entry("r1"));

        scenario.releaseMedia(new MediaAnswer.Refused("no"));

        assertThat(bob.news()).isEmpty();
        assertThat(carol.news()).isEmpty();
        alice.sends(true, false, false);
        assertThat(carol.news()).hasSize(1);
    }

    @Test
    void the_room_in_between_may_be_left_while_the_return_is_under_way() {
        bothTalkAndAliceHolds();
        alice.enters("r2");
        carol.enters("r2");
        carol.news();
        scenario.holdMedia();
        alice.asks(new RequestId.Text("enter"), Phone.entry("r1"));
        alice.exits("r2");

        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));

        assertThat(carol.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.LEFT, null));
        assertThat(bob.news()).containsExactly(new ServerEvent.UserHeld(alice.user, false));
        assertThat(scenario.switchboard.census().occupants()).isEqualTo(3);
    }

    @Test
    void an_exit_without_a_name_leaves_the_room_one_is_in_and_one_with_the_held_name_that() {
        bothTalkAndAliceHolds();
        alice.does(new ClientRequest.ExitRoom(null));
        assertThat(bob.news()).isEmpty();
        alice.enters("r2");
        alice.exits("r3");
        assertThat(scenario.switchboard.census().occupants()).isEqualTo(3);

        alice.exits("r1");
        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.LEFT, null));
        alice.sends(true, false, false);
        alice.exits("r2");
        assertThat(scenario.switchboard.census().occupants()).isEqualTo(1);
    }

    @Test
    void what_happens_in_the_held_room_is_told_with_its_name() {
        bothTalkAndAliceHolds();
        alice.enters("r2");
        carol.enters("r2");
        alice.news();

        bob.sends(true, false, false);
        bob.does(new ClientRequest.SendCustomCmd(1, "AQ==", true, true));
        carol.sends(true, true, false);
        bob.does(new ClientRequest.ExitRoom(null));

        assertThat(alice.news())
                .containsExactly(
                        new ServerEvent.InHeldRoom(
                                R1, new ServerEvent.MediaChanged(bob.user, new MediaFlags(true, false, false))),
                        new ServerEvent.InHeldRoom(R1, new ServerEvent.CustomCmd(bob.user, 1, 1, "AQ==")),
                        new ServerEvent.MediaChanged(carol.user, new MediaFlags(true, true, false)),
                        new ServerEvent.InHeldRoom(R1, new ServerEvent.UserLeft(bob.user, LeaveReason.LEFT, null)));
    }

    @Test
    void a_held_room_outlives_the_other_user_and_goes_with_the_holder() {
        bothTalkAndAliceHolds();
        bob.does(new ClientRequest.ExitRoom(null));
        assertThat(scenario.switchboard.census().rooms()).isEqualTo(1);

        alice.exits("r1");

        assertThat(scenario.switchboard.census().rooms()).isZero();
        assertThat(scenario.journal()).contains(new CallEvent.Dissolved(null, R1, scenario.now()));
    }

    @Test
    void the_operator_closes_a_held_room_or_takes_the_holder_out() {
        bothTalkAndAliceHolds();
        scenario.handle(new Command.RemoveFromRoom(R1, alice.user));
        assertThat(alice.news())
                .containsExactly(new ServerEvent.InHeldRoom(R1, new ServerEvent.RoomExited(ExitReason.KICKED)));
        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.KICKED, null));

        alice.enters("r1");
        alice.does(HOLD);
        bob.news();
        scenario.handle(new Command.DissolveRoom(R1));

        assertThat(alice.news())
                .containsExactly(new ServerEvent.InHeldRoom(R1, new ServerEvent.RoomExited(ExitReason.DISSOLVED)));
        assertThat(bob.news()).containsExactly(new ServerEvent.RoomExited(ExitReason.DISSOLVED));
        assertThat(scenario.switchboard.census().rooms()).isZero();
    }

    @Test
    void another_device_may_take_the_held_room_over() {
        bothTalkAndAliceHolds();

        alice2.enters("r1");

        assertThat(alice.news())
                .containsExactly(new ServerEvent.InHeldRoom(R1, new ServerEvent.RoomExited(ExitReason.KICKED)));
        assertThat(bob.news()).containsExactly(new ServerEvent.UserHeld(alice.user, false));
        alice2.sends(true, false, false);
    }

    @Test
    void a_room_can_be_put_on_hold_while_another_device_is_coming_into_it() {
        alice.enters("r1");
        bob.enters("r1");
        bob.news();
        scenario.holdMedia();
        alice2.asks(new RequestId.Text("enter"), Phone.entry("r1"));

        alice.does(HOLD);
        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));

        assertThat(scenario.effects(Effect.LeaveMedia.class)).isEmpty();
        assertThat(bob.news())
                .containsExactly(
                        new ServerEvent.UserHeld(alice.user, true), new ServerEvent.UserHeld(alice.user, false));
        assertThat(scenario.switchboard.census().occupants()).isEqualTo(2);
    }

    @Test
    void a_return_that_fails_leaves_the_room_on_hold_without_media() {
        bothTalkAndAliceHolds();
        scenario.holdMedia();
        alice.asks(new RequestId.Text("enter"), Phone.entry("r1"));
        scenario.effects.clear();

        scenario.releaseMedia(new MediaAnswer.Refused("no"));

        assertThat(scenario.effects(Effect.LeaveMedia.class)).containsExactly(new Effect.LeaveMedia(R1, alice.user));
        assertThat(bob.news()).isEmpty();
        alice.enters("r1");
    }

    @Test
    void a_device_that_vanishes_loses_both_places() {
        bothTalkAndAliceHolds();
        alice.enters("r2");
        carol.enters("r2");
        scenario.handle(new Command.MediaConnected(R2, alice.user));
        carol.news();
        alice.losesSocket();
        scenario.pass(Duration.ofMinutes(1));
        assertThat(bob.news()).isEmpty();

        scenario.handle(new Command.MediaLost(R2, alice.user, scenario.now()));
        scenario.pass(Duration.ofSeconds(15));

        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.TIMED_OUT, null));
        assertThat(carol.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.TIMED_OUT, null));
    }

    @Test
    void a_holder_without_another_room_is_kept_by_its_socket_alone() {
        bothTalkAndAliceHolds();
        scenario.pass(Duration.ofMinutes(10));
        assertThat(bob.news()).isEmpty();
        alice.losesSocket();

        scenario.pass(Duration.ofSeconds(15));

        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.TIMED_OUT, null));
    }

    @Test
    void a_device_that_logs_in_again_is_told_of_both_rooms() {
        bothTalkAndAliceHolds();
        alice.enters("r2");
        alice.losesSocket();

        Result.LoggedIn again = alice.logIn();

        assertThat(again.room())
                .isNotNull()
                .satisfies(room -> assertThat(room.roomId()).isEqualTo(R2));
        assertThat(again.held()).isNotNull().satisfies(room -> {
            assertThat(room.roomId()).isEqualTo(R1);
            assertThat(room.users()).extracting(RoomUser::userId).containsExactly(bob.user);
        });
        scenario.pass(Duration.ofMinutes(1));
        assertThat(bob.news()).isEmpty();
    }

    @Test
    void logout_and_kick_give_both_places_up() {
        bothTalkAndAliceHolds();
        alice.enters("r2");
        alice.does(new ClientRequest.Logout());
        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.LEFT, null));
        assertThat(scenario.switchboard.census().occupants()).isEqualTo(1);

        bob.does(HOLD);
        bob.enters("r2");
        scenario.handle(new Command.KickUser(bob.user, KickReason.REST_API));
        assertThat(scenario.switchboard.census().occupants()).isZero();
        assertThat(scenario.switchboard.census().rooms()).isZero();
    }

    @Test
    void who_has_a_room_on_hold_is_busy_but_not_for_who_is_there() {
        Scenario strict = new Scenario(new AppPolicy(BusyPolicy.SERVER, LoginPolicy.GENEROUS, Duration.ofSeconds(15)));
        Phone holder = strict.phone("holder", "h1");
        Phone partner = strict.phone("partner", "p1");
        Phone stranger = strict.phone("stranger", "s1");
        holder.enters("r1");
        partner.enters("r1");
        holder.does(HOLD);

        stranger.invites(holder);
        partner.invites(holder);

        assertThat(stranger.news(ServerEvent.InviteeRejected.class)).hasSize(1);
        assertThat(partner.news(ServerEvent.InviteeRejected.class)).isEmpty();
    }

    @Test
    void quality_leaves_out_who_is_on_hold() {
        bothTalkAndAliceHolds();
        scenario.handle(new Command.Measured(
                R1, List.of(new LegReport(bob.user, Duration.ofMillis(40), 0, 0, Duration.ofMillis(3)))));

        assertThat(bob.news(ServerEvent.NetworkQuality.class))
                .singleElement()
                .satisfies(it -> assertThat(it.remote()).isEmpty());
    }

    @Test
    void late_news_of_ended_media_changes_nothing() {
        bothTalkAndAliceHolds();
        scenario.handle(new Command.MediaConnected(R1, alice.user));
        alice.losesSocket();

        scenario.pass(Duration.ofSeconds(15));

        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.TIMED_OUT, null));
    }

    @Test
    void a_hold_is_no_departure_and_a_return_no_entry_in_the_record() {
        bothTalkAndAliceHolds();
        alice.enters("r1");
        alice.does(new ClientRequest.ExitRoom(null));

        assertThat(scenario.journal().stream().filter(CallEvent.Entered.class::isInstance))
                .hasSize(2);
        assertThat(scenario.journal().stream().filter(CallEvent.Left.class::isInstance))
                .hasSize(1);
    }

    private void bothTalkAndAliceHolds() {
        alice.enters("r1");
        bob.enters("r1");
        scenario.handle(new Command.MediaConnected(R1, alice.user));
        scenario.handle(new Command.MediaConnected(R1, bob.user));
        alice.does(HOLD);
        scenario.effects.removeIf(Effect.LeaveMedia.class::isInstance);
        alice.news();
        bob.news();
    }
}
