// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.agenda.Connecting;
import dev.duet.call.agenda.Negotiations;
import dev.duet.call.ledger.CallEvent;
import dev.duet.call.ledger.CallRecord;
import dev.duet.call.ledger.EndReason;
import dev.duet.call.ledger.Ledger;
import dev.duet.call.room.Departure;
import dev.duet.call.room.LegReport;
import dev.duet.error.ErrorCode;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ClientRequest.SendCustomCmd;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.RoomUser;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.frame.ServerEvent.LeaveReason;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Rooms, through the switchboard: who may come in, who is told, how one gets out.
final class SwitchboardRoomTest {
    private static final RoomId R1 = new RoomId.Named("r1");

    private final Scenario scenario = new Scenario();
    private final Phone alice = scenario.phone("alice", "a1");
    private final Phone alice2 = scenario.phone("alice", "a2");
    private final Phone bob = scenario.phone("bob", "b1");
    private final Phone carol = scenario.phone("carol", "c1");

    @Test
    void the_first_user_finds_nobody_and_the_second_finds_the_first() {
        assertThat(alice.enters("r1").users()).isEmpty();
        alice.sends(true, true, false);

        Result.Entered entered = bob.enters("r1");

        assertThat(entered.sdp()).isEqualTo("answer to offer");
        assertThat(entered.users()).containsExactly(new RoomUser(alice.user, new MediaFlags(true, true, false)));
        assertThat(alice.news()).containsExactly(new ServerEvent.UserEntered(bob.user, null));
        assertThat(bob.news()).isEmpty();
    }

    @Test
    void a_third_user_is_refused() {
        alice.enters("r1");
        bob.enters("r1");

        assertThat(carol.refusedFor(Phone.entry("r1"))).isEqualTo(ErrorCode.ROOM_FULL);
        carol.enters("r2");
    }

    @Test
    void places_are_kept_for_those_whose_offer_is_being_answered() {
        alice.enters("r1");
        scenario.holdMedia();
        assertThat(bob.asks(new RequestId.Text("enter"), Phone.entry("r1"))).isNull();

        assertThat(carol.refusedFor(Phone.entry("r1"))).isEqualTo(ErrorCode.ROOM_FULL);
        scenario.pass(Duration.ofMillis(40));
        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));
        assertThat(bob.answers().getLast())
                .isEqualTo(new Ack.Done(
                        new RequestId.Text("enter"),
                        new Result.Entered(
                                "sdp",
                                List.of(new RoomUser(alice.user, MediaFlags.NONE)),
                                Duration.ofMillis(40),
                                scenario.now())));
    }

    @Test
    void an_offer_the_media_refuses_leaves_nothing_behind() {
        scenario.holdMedia();
        alice.asks(new RequestId.Text("enter"), Phone.entry("r1"));
        scenario.releaseMedia(new MediaAnswer.Refused("No BUNDLE group."));

        assertThat(alice.answers().getLast()).isInstanceOfSatisfying(Ack.Refused.class, it -> {
            assertThat(it.refusal().code()).isEqualTo(ErrorCode.ROOM_SDP_REFUSED);
            assertThat(it.refusal().message()).isEqualTo("No BUNDLE group.");
        });
        assertThat(scenario.switchboard.census().rooms()).isZero();
        alice.enters("r1");
    }

    @Test
    void media_that_never_answers_costs_a_refusal_not_a_place() {
        scenario.holdMedia();
        alice.asks(new RequestId.Text("enter"), Phone.entry("r1"));

        scenario.pass(Negotiations.PATIENCE);

        assertThat(((Ack.Refused) alice.answers().getLast()).refusal().code()).isEqualTo(ErrorCode.SERVER_BUSY);
        assertThat(scenario.switchboard.census().rooms()).isZero();
        assertThat(scenario.effects(Effect.LeaveMedia.class)).containsExactly(new Effect.LeaveMedia(R1, alice.user));
        scenario.releaseMedia(new MediaAnswer.Answered("too late"));
        assertThat(scenario.switchboard.census().rooms()).isZero();
    }

    @Test
    void a_repeated_entry_waits_for_the_one_answer() {
        scenario.holdMedia();
        RequestId request = new RequestId.Text("enter");
        alice.asks(request, Phone.entry("r1"));
        assertThat(alice.asks(request, Phone.entry("r1"))).isNull();
        assertThat(scenario.heldOffers).hasSize(1);
        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));

        assertThat(alice.asks(request, Phone.entry("r1")))
                .isEqualTo(new Ack.Done(request, new Result.Entered("sdp", List.of(), Duration.ZERO, null)));
        assertThat(scenario.effects(Effect.Negotiate.class)).hasSize(1);
    }

    @Test
    void a_login_that_is_in_a_room_or_entering_one_has_to_exit_first() {
        alice.enters("r1");
        assertThat(alice.refusedFor(Phone.entry("r2"))).isEqualTo(ErrorCode.ROOM_ENTER_REFUSED);
        alice.does(new ClientRequest.ExitRoom(null));
        alice.enters("r2");

        scenario.holdMedia();
        bob.asks(new RequestId.Text("enter"), Phone.entry("r1"));
        assertThat(bob.refusedFor(Phone.entry("r1"))).isEqualTo(ErrorCode.ROOM_ENTER_REFUSED);
    }

    @Test
    void a_login_enters_its_room_anew_and_the_other_one_is_told_nothing() {
        bob.enters("r1");
        alice.enters("r1");
        bob.news();
        alice.enters("r1");
        assertThat(bob.news()).isEmpty();
        assertThat(scenario.journal().stream().filter(CallEvent.Entered.class::isInstance))
                .hasSize(2);
    }

    @Test
    void another_device_of_the_user_displaces_the_first_entry() {
        alice.enters("r1");
        bob.enters("r1");
        alice.sends(true, true, false);
        alice.news();
        bob.news();

        assertThat(alice2.enters("r1").users()).extracting(RoomUser::userId).containsExactly(bob.user);

        assertThat(alice.news()).containsExactly(new ServerEvent.RoomExited(ExitReason.KICKED));
        assertThat(bob.news()).containsExactly(new ServerEvent.MediaChanged(alice.user, MediaFlags.NONE));
        assertThat(scenario.effects(Effect.LeaveMedia.class)).isEmpty();
        alice2.sends(true, false, false);
        assertThat(bob.news()).hasSize(1);
        alice.does(new ClientRequest.ExitRoom(null));
        assertThat(bob.news()).isEmpty();
    }

    @Test
    void another_device_that_enters_another_room_takes_the_user_out_of_the_first() {
        alice.enters("r1");
        bob.enters("r1");
        bob.news();
        alice.news();

        alice2.enters("r2");

        assertThat(alice.news()).containsExactly(new ServerEvent.RoomExited(ExitReason.KICKED));
        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.KICKED, null));
        assertThat(scenario.effects(Effect.LeaveMedia.class)).containsExactly(new Effect.LeaveMedia(R1, alice.user));
    }

    @Test
    void a_bad_offer_displaces_nobody() {
        alice.enters("r1");
        scenario.holdMedia();
        alice2.asks(new RequestId.Text("enter"), Phone.entry("r2"));

        scenario.releaseMedia(new MediaAnswer.Refused("no"));

        assertThat(alice.news()).isEmpty();
        alice.sends(true, false, false);
    }

    @Test
    void two_devices_that_enter_at_once_end_with_the_later_one() {
        scenario.holdMedia();
        alice.asks(new RequestId.Text("enter"), Phone.entry("r1"));
        alice2.asks(new RequestId.Text("enter"), Phone.entry("r2"));

        assertThat(((Ack.Refused) alice.answers().getLast()).refusal().code()).isEqualTo(ErrorCode.ROOM_ENTER_REFUSED);
        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));
        alice2.sends(true, false, false);
        assertThat(alice.refusedFor(new ClientRequest.SetMedia(MediaFlags.NONE)))
                .isEqualTo(ErrorCode.ROOM_NOT_FOUND);
        assertThat(scenario.effects(Effect.LeaveMedia.class)).containsExactly(new Effect.LeaveMedia(R1, alice.user));
    }

    @Test
    void a_reloaded_page_replaces_its_own_entry_without_a_word() {
        alice.enters("r1");
        bob.enters("r1");
        alice.news();
        bob.news();
        alice.logIn();

        alice.enters("r1");

        assertThat(alice.news()).isEmpty();
        assertThat(bob.news()).isEmpty();
        assertThat(scenario.switchboard.census().occupants()).isEqualTo(2);
    }

    @Test
    void a_reloaded_page_may_enter_another_room_and_the_other_hears_that_it_left() {
        alice.enters("r1");
        bob.enters("r1");
        bob.news();
        alice.logIn();

        alice.enters("r2");

        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.LEFT, null));
    }

    @Test
    void an_exit_tells_the_other_and_the_last_one_dissolves_the_room() {
        alice.enters("r1");
        bob.enters("r1");
        bob.news();

        alice.does(new ClientRequest.ExitRoom(null));
        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.LEFT, null));
        bob.does(new ClientRequest.ExitRoom(null));

        assertThat(scenario.journal()).contains(new CallEvent.Dissolved(null, R1, scenario.now()));
        assertThat(scenario.switchboard.census().rooms()).isZero();
        assertThat(scenario.effects(Effect.LeaveMedia.class)).hasSize(2);
        alice.does(new ClientRequest.ExitRoom(null));
    }

    @Test
    void an_exit_while_entering_gives_the_place_back() {
        scenario.holdMedia();
        alice.asks(new RequestId.Text("enter"), Phone.entry("r1"));

        alice.does(new ClientRequest.ExitRoom(null));

        assertThat(scenario.switchboard.census().rooms()).isZero();
        assertThat(alice.answers())
                .anySatisfy(it -> assertThat(it)
                        .isInstanceOfSatisfying(
                                Ack.Refused.class, no -> assertThat(no.id()).isEqualTo(new RequestId.Text("enter"))));
        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));
        assertThat(scenario.switchboard.census().rooms()).isZero();
    }

    @Test
    void a_room_is_used_with_one_scene() {
        alice.enters("r1");

        assertThat(bob.refusedFor(
                        new ClientRequest.EnterRoom(R1, Scene.AUDIO_CALL, "offer", MediaFlags.NONE, null, null)))
                .isEqualTo(ErrorCode.INVALID_PARAMETERS);
    }

    @Test
    void a_user_whose_socket_and_media_are_both_gone_leaves_after_fifteen_seconds() {
        bothTalk();
        alice.losesSocket();
        scenario.pass(Duration.ofSeconds(3));
        scenario.handle(new Command.MediaLost(R1, alice.user, scenario.now().minusSeconds(1)));

        scenario.pass(Duration.ofMillis(13_999));
        assertThat(bob.news()).isEmpty();
        scenario.pass(Duration.ofMillis(1));
        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.TIMED_OUT, null));
        assertThat(scenario.journal())
                .contains(new CallEvent.Left(null, R1, alice.user, Departure.TIMED_OUT, scenario.now()));
    }

    @Test
    void media_that_died_long_before_it_was_noticed_counts_from_its_last_packet() {
        bothTalk();
        alice.losesSocket();
        scenario.pass(Duration.ofSeconds(30));
        assertThat(bob.news()).isEmpty();

        scenario.handle(new Command.MediaLost(R1, alice.user, scenario.now().minusSeconds(30)));

        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.TIMED_OUT, null));
    }

    @Test
    void a_lost_socket_alone_or_lost_media_alone_ends_no_call() {
        bothTalk();
        alice.losesSocket();
        scenario.handle(new Command.MediaLost(R1, bob.user, scenario.now()));

        scenario.pass(Duration.ofMinutes(10));

        assertThat(bob.news()).isEmpty();
        assertThat(scenario.switchboard.census().occupants()).isEqualTo(2);
    }

    @Test
    void media_that_comes_back_in_time_keeps_the_user_in() {
        bothTalk();
        alice.losesSocket();
        scenario.handle(new Command.MediaLost(R1, alice.user, scenario.now()));
        scenario.pass(Duration.ofSeconds(14));

        scenario.handle(new Command.MediaConnected(R1, alice.user));

        scenario.pass(Duration.ofMinutes(1));
        assertThat(bob.news()).isEmpty();
    }

    @Test
    void only_one_user_shares_a_screen() {
        bothTalk();
        alice.sends(true, true, true);
        assertThat(bob.news())
                .containsExactly(new ServerEvent.MediaChanged(alice.user, new MediaFlags(true, true, true)));

        assertThat(bob.refusedFor(new ClientRequest.SetMedia(new MediaFlags(true, true, true))))
                .isEqualTo(ErrorCode.SCREEN_TAKEN);
        alice.sends(true, true, false);
        bob.sends(true, true, true);
    }

    @Test
    void flags_that_do_not_change_are_told_to_nobody() {
        bothTalk();
        alice.sends(true, false, false);
        alice.sends(true, false, false);

        assertThat(bob.news()).hasSize(1);
    }

    @Test
    void custom_commands_are_numbered_by_sender_across_its_entries() {
        bothTalk();
        alice.does(command("AQ=="));
        alice2.enters("r1");
        alice2.does(command("Ag=="));
        bob.does(command("Aw=="));

        assertThat(bob.news(ServerEvent.CustomCmd.class))
                .containsExactly(
                        new ServerEvent.CustomCmd(alice.user, 1, 1, "AQ=="),
                        new ServerEvent.CustomCmd(alice.user, 1, 2, "Ag=="));
        assertThat(alice2.news(ServerEvent.CustomCmd.class))
                .containsExactly(new ServerEvent.CustomCmd(bob.user, 1, 1, "Aw=="));
        assertThat(carol.refusedFor(command("AQ=="))).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
    }

    @Test
    void a_device_that_logs_in_again_is_told_the_latest_custom_commands_once_more() {
        bothTalk();
        for (int n = 1; n <= 3; n++) {
            alice.does(command(Base64.getEncoder().encodeToString(new byte[] {(byte) n})));
        }
        bob.losesSocket();
        alice.does(command("BA=="));
        bob.logIn();

        assertThat(bob.news(ServerEvent.CustomCmd.class).stream().map(ServerEvent.CustomCmd::seq))
                .containsExactly(1L, 2L, 3L, 1L, 2L, 3L, 4L);
    }

    @Test
    void custom_commands_of_before_a_device_came_in_are_not_repeated_to_it() {
        bothTalk();
        alice.does(command("AQ=="));
        bob.does(new ClientRequest.ExitRoom(null));
        bob.enters("r1");
        alice.does(command("Ag=="));
        bob.news();
        bob.logIn();

        assertThat(bob.news(ServerEvent.CustomCmd.class))
                .containsExactly(new ServerEvent.CustomCmd(alice.user, 1, 2, "Ag=="));
    }

    @Test
    void of_many_custom_commands_the_latest_64_are_repeated() {
        bothTalk();
        for (int i = 0; i < 70; i++) {
            alice.does(command("AQ=="));
            scenario.pass(Duration.ofMillis(100));
        }
        bob.losesSocket();
        bob.news();
        bob.logIn();

        assertThat(bob.news(ServerEvent.CustomCmd.class).stream().map(ServerEvent.CustomCmd::seq))
                .hasSize(64)
                .startsWith(7L)
                .endsWith(70L);
    }

    @Test
    void custom_commands_of_one_who_left_and_came_back_go_on_counting() {
        bothTalk();
        alice.does(command("AQ=="));
        alice.does(new ClientRequest.ExitRoom(null));
        alice.enters("r1");
        alice.does(command("AQ=="));

        assertThat(bob.news(ServerEvent.CustomCmd.class).stream().map(ServerEvent.CustomCmd::seq))
                .containsExactly(1L, 2L);
    }

    @Test
    void custom_commands_are_limited_by_number_and_by_bytes() {
        bothTalk();
        for (int i = 0; i < 30; i++) {
            alice.does(command("AQ=="));
        }
        assertThat(alice.refusedFor(command("AQ=="))).isEqualTo(ErrorCode.FREQUENCY_LIMIT);
        String kilobyte = "A".repeat(1364) + "AA==";
        for (int i = 0; i < 8; i++) {
            bob.does(command(kilobyte));
        }
        assertThat(bob.refusedFor(command(kilobyte))).isEqualTo(ErrorCode.FREQUENCY_LIMIT);
        scenario.pass(Duration.ofSeconds(1));
        alice.does(command("AQ=="));
        bob.does(command(kilobyte));
    }

    @Test
    void quality_is_told_to_both_each_from_its_own_side() {
        bothTalk();
        scenario.handle(new Command.Measured(
                R1,
                List.of(
                        new LegReport(alice.user, Duration.ofMillis(40), 0, 12, Duration.ofMillis(3)),
                        new LegReport(bob.user, Duration.ofMillis(150), 2, 0, Duration.ofMillis(3)))));

        assertThat(alice.news())
                .containsExactly(new ServerEvent.NetworkQuality(
                        new ServerEvent.LocalQuality(1, Duration.ofMillis(40), 0, Duration.ofMillis(3)),
                        List.of(new ServerEvent.RemoteQuality(bob.user, 4, 12))));
        assertThat(bob.news())
                .containsExactly(new ServerEvent.NetworkQuality(
                        new ServerEvent.LocalQuality(2, Duration.ofMillis(150), 2, Duration.ofMillis(3)),
                        List.of(new ServerEvent.RemoteQuality(alice.user, 2, 0))));
    }

    @Test
    void legs_reported_one_by_one_tell_each_user_in_turn() {
        bothTalk();
        scenario.handle(new Command.Measured(
                R1, List.of(new LegReport(alice.user, Duration.ofMillis(40), 12, 0, Duration.ofMillis(3)))));
        assertThat(bob.news()).isEmpty();
        scenario.handle(new Command.Measured(
                R1, List.of(new LegReport(bob.user, Duration.ofMillis(40), 0, 1, Duration.ofMillis(3)))));

        assertThat(bob.news())
                .containsExactly(new ServerEvent.NetworkQuality(
                        new ServerEvent.LocalQuality(1, Duration.ofMillis(40), 0, Duration.ofMillis(3)),
                        List.of(new ServerEvent.RemoteQuality(alice.user, 4, 1))));
    }

    @Test
    void quality_over_dead_media_is_down_even_where_the_other_leg_is_unmeasured() {
        bothTalk();
        scenario.handle(new Command.MediaLost(R1, alice.user, scenario.now()));
        scenario.handle(new Command.Measured(
                R1,
                List.of(
                        new LegReport(alice.user, Duration.ofMillis(40), 0, 0, Duration.ofMillis(3)),
                        new LegReport(bob.user, null, 0, 0, Duration.ofMillis(3)))));

        assertThat(alice.news(ServerEvent.NetworkQuality.class))
                .containsExactly(new ServerEvent.NetworkQuality(
                        new ServerEvent.LocalQuality(6, Duration.ofMillis(40), 0, Duration.ofMillis(3)),
                        List.of(new ServerEvent.RemoteQuality(bob.user, 6, 0))));
    }

    @Test
    void quality_of_who_cannot_be_measured_any_more_is_the_last_known_and_down_once_its_media_is_lost() {
        bothTalk();
        LegReport measured = new LegReport(bob.user, Duration.ofMillis(40), 0, 0, Duration.ofMillis(3));
        LegReport nothing = new LegReport(bob.user, null, 0, 0, Duration.ZERO);
        LegReport alices = new LegReport(alice.user, Duration.ofMillis(40), 0, 0, Duration.ofMillis(3));
        LegReport alicesAlone = new LegReport(alice.user, null, 0, 0, Duration.ofMillis(3));

        assertThat(remoteQuality(measured, alices)).isEqualTo(1);
        assertThat(remoteQuality(nothing, alices)).isEqualTo(1);
        scenario.handle(new Command.MediaLost(R1, bob.user, scenario.now()));
        assertThat(remoteQuality(nothing, alices)).isEqualTo(6);
        assertThat(remoteQuality(nothing, alicesAlone)).isEqualTo(6);
    }

    /// What alice is told of bob.
    private int remoteQuality(LegReport... legs) {
        alice.news();
        scenario.handle(new Command.Measured(R1, List.of(legs)));
        return alice.news(ServerEvent.NetworkQuality.class)
                .getFirst()
                .remote()
                .getFirst()
                .quality();
    }

    @Test
    void the_operator_takes_a_user_out_or_closes_the_room() {
        bothTalk();
        scenario.handle(new Command.RemoveFromRoom(R1, alice.user));
        assertThat(alice.news()).containsExactly(new ServerEvent.RoomExited(ExitReason.KICKED));
        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.KICKED, null));
        alice.enters("r1");
        bob.news();

        scenario.handle(new Command.DissolveRoom(R1));

        assertThat(alice.news()).containsExactly(new ServerEvent.RoomExited(ExitReason.DISSOLVED));
        assertThat(bob.news()).containsExactly(new ServerEvent.RoomExited(ExitReason.DISSOLVED));
        assertThat(scenario.switchboard.census().rooms()).isZero();
    }

    @Test
    void a_restart_is_answered_by_the_media_and_only_inside_a_room() {
        alice.enters("r1");

        assertThat(alice.asks(new RequestId.Text("restart"), new ClientRequest.RestartIce("again")))
                .isNotNull();
        assertThat(alice.answers().getLast())
                .isEqualTo(new Ack.Done(new RequestId.Text("restart"), new Result.Answered("answer to again")));
        assertThat(carol.refusedFor(new ClientRequest.RestartIce("again"))).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
    }

    @Test
    void a_socket_lost_while_entering_gives_the_place_back() {
        alice.enters("r1");
        scenario.holdMedia();
        bob.asks(new RequestId.Text("enter"), Phone.entry("r1"));

        bob.losesSocket();
        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));

        assertThat(alice.news()).isEmpty();
        assertThat(scenario.effects(Effect.LeaveMedia.class)).containsExactly(new Effect.LeaveMedia(R1, bob.user));
        carol.enters("r1");
    }

    @Test
    void a_whole_call_leaves_one_record() {
        InviteId id = alice.invites(bob);
        scenario.pass(Duration.ofSeconds(5));
        bob.accepts(id);
        alice.enters("r1");
        scenario.pass(Duration.ofSeconds(1));
        bob.enters("r1");
        scenario.pass(Duration.ofSeconds(60));
        bob.does(new ClientRequest.ExitRoom(null));
        scenario.pass(Duration.ofSeconds(1));
        alice.does(new ClientRequest.ExitRoom(null));

        Ledger ledger = new Ledger();
        List<CallRecord> records = scenario.journal().stream()
                .map(ledger::note)
                .flatMap(Optional::stream)
                .toList();
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.inviteId()).isEqualTo(id);
            assertThat(record.ring().lasted()).isEqualTo(Duration.ofSeconds(5));
            assertThat(record.talk().lasted(scenario.now())).isEqualTo(Duration.ofSeconds(60));
            assertThat(record.reason()).isEqualTo(EndReason.HANGUP);
            assertThat(record.talk().room()).isEqualTo(R1);
        });
        assertThat(ledger.size()).isZero();
    }

    @Test
    void an_accepted_invitation_that_leads_nowhere_is_closed_as_abandoned() {
        InviteId id = alice.invites(bob);
        bob.accepts(id);

        scenario.pass(Connecting.PATIENCE);

        assertThat(scenario.journal()).contains(new CallEvent.Abandoned(id, scenario.now()));
        assertThat(scenario.switchboard.census().connecting()).isZero();
    }

    private void bothTalk() {
        alice.enters("r1");
        bob.enters("r1");
        scenario.handle(new Command.MediaConnected(R1, alice.user));
        scenario.handle(new Command.MediaConnected(R1, bob.user));
        alice.news();
        bob.news();
    }

    private static ClientRequest command(String data) {
        return new SendCustomCmd(1, data, true, true);
    }
}
