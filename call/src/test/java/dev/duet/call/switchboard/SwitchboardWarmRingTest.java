// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.agenda.Negotiations;
import dev.duet.call.ledger.CallEvent;
import dev.duet.call.ledger.CallRecord;
import dev.duet.call.ledger.Ledger;
import dev.duet.error.ErrorCode;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.RoomUser;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.frame.ServerEvent.LeaveReason;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The warm ring, through the switchboard: media that connects while it rings, and enters with the yes.
final class SwitchboardWarmRingTest {
    private static final RoomId R1 = new RoomId.Named("r1");
    private static final RequestId WARM = new RequestId.Text("warm");
    private static final MediaFlags TALKS = new MediaFlags(true, true, false);

    private final Scenario scenario = new Scenario();
    private final Phone alice = scenario.phone("alice", "a1");
    private final Phone alice2 = scenario.phone("alice", "a2");
    private final Phone bob = scenario.phone("bob", "b1");
    private final Phone bob2 = scenario.phone("bob", "b2");
    private final Phone carol = scenario.phone("carol", "c1");

    @Test
    void answering_costs_one_message_and_both_are_in() {
        InviteId id = alice.invites(bob);
        alice.does(Phone.warmUp(id, "r1", TALKS));
        scenario.pass(Duration.ofSeconds(2));
        bob.does(Phone.warmUp(id, "r1", TALKS));
        scenario.pass(Duration.ofSeconds(3));
        alice.news();
        bob.news();

        bob.accepts(id);

        assertThat(alice.news())
                .containsExactly(
                        new ServerEvent.InviteeAccepted(id, bob.user, "yes", bob.device.id()),
                        new ServerEvent.RoomEntered(R1, Scene.VIDEO_CALL, List.of(), Duration.ofSeconds(5), null),
                        new ServerEvent.UserEntered(bob.user, null),
                        new ServerEvent.MediaChanged(bob.user, TALKS));
        assertThat(bob.news())
                .containsExactly(new ServerEvent.RoomEntered(
                        R1, Scene.VIDEO_CALL, List.of(new RoomUser(alice.user, TALKS)), Duration.ofSeconds(3), null));
        assertThat(scenario.effects(Effect.AdoptWarm.class))
                .containsExactly(
                        new Effect.AdoptWarm(alice.login(), R1, alice.user),
                        new Effect.AdoptWarm(bob.login(), R1, bob.user));
        assertThat(scenario.effects(Effect.Negotiate.class)).isEmpty();
        assertThat(scenario.effects(Effect.CloseSolo.class)).isEmpty();
        assertThat(scenario.switchboard.census().solos()).isZero();
    }

    @Test
    void the_answer_to_accept_goes_out_before_anybody_enters() {
        InviteId id = alice.invites(bob);
        bob.warmsUp(id, "r1");
        scenario.effects.clear();

        bob.accepts(id);

        assertThat(scenario.effects.stream()
                        .map(Object::getClass)
                        .filter(kind -> kind == Effect.Reply.class || kind == Effect.AdoptWarm.class))
                .containsExactly(Effect.Reply.class, Effect.AdoptWarm.class);
    }

    @Test
    void nobody_is_in_a_room_while_it_rings() {
        InviteId id = alice.invites(bob);
        alice.news();
        alice.warmsUp(id, "r1");
        bob.warmsUp(id, "r1");

        assertThat(scenario.switchboard.census().occupants()).isZero();
        assertThat(scenario.switchboard.census().solos()).isEqualTo(2);
        assertThat(alice.news()).isEmpty();
        assertThat(alice.refusedFor(new ClientRequest.SendCustomCmd(1, "AQ==", true, true)))
                .isEqualTo(ErrorCode.ROOM_NOT_FOUND);
    }

    @Test
    void only_the_answering_device_enters_and_the_others_are_closed() {
        InviteId id = alice.invites(bob);
        bob.warmsUp(id, "r1");
        bob2.warmsUp(id, "r1");

        bob2.accepts(id);

        assertThat(closed()).containsExactly(bob.login());
        assertThat(bob.news(ServerEvent.RoomEntered.class)).isEmpty();
        assertThat(bob2.news(ServerEvent.RoomEntered.class)).hasSize(1);
    }

    @Test
    void a_warm_inviter_enters_alone_when_the_answering_device_is_cold() {
        InviteId id = alice.invites(bob);
        alice.warmsUp(id, "r1");

        bob.accepts(id);

        assertThat(alice.news(ServerEvent.RoomEntered.class)).hasSize(1);
        assertThat(bob.enters("r1").users()).extracting(RoomUser::userId).containsExactly(alice.user);
    }

    @Test
    void lobbies_end_with_the_invitation() {
        InviteId rejected = warm();
        bob.does(new ClientRequest.Reject(rejected, ""));
        assertThat(closed()).containsExactly(alice.login(), bob.login());

        InviteId cancelled = warm();
        alice.does(new ClientRequest.Cancel(cancelled, ""));
        assertThat(closed()).hasSize(4);

        warm();
        scenario.pass(Duration.ofSeconds(30));
        assertThat(closed()).hasSize(6);
        assertThat(scenario.switchboard.census().solos()).isZero();
        assertThat(scenario.switchboard.census().occupants()).isZero();
    }

    @Test
    void only_the_device_that_called_and_those_of_the_invitee_warm_up_and_only_while_it_rings() {
        InviteId id = alice.invites(bob);
        assertThat(alice2.refusedFor(Phone.warmUp(id, "r1"))).isEqualTo(ErrorCode.NO_PERMISSION);
        assertThat(carol.refusedFor(Phone.warmUp(id, "r1"))).isEqualTo(ErrorCode.NO_PERMISSION);
        assertThat(bob.refusedFor(Phone.warmUp(new InviteId("unknown"), "r1"))).isEqualTo(ErrorCode.INVALID_INVITE_ID);

        bob.accepts(id);

        assertThat(bob.refusedFor(Phone.warmUp(id, "r1"))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(carol.refusedFor(Phone.warmUp(id, "r1"))).isEqualTo(ErrorCode.NO_PERMISSION);
    }

    @Test
    void a_device_in_a_room_warms_up_only_once_it_has_put_that_on_hold() {
        bob.enters("r9");
        InviteId id = alice.invites(bob);
        assertThat(bob.refusedFor(Phone.warmUp(id, "r1"))).isEqualTo(ErrorCode.ROOM_ENTER_REFUSED);

        bob.does(new ClientRequest.HoldRoom());
        bob.warmsUp(id, "r1");
        bob.accepts(id);

        assertThat(bob.news(ServerEvent.RoomEntered.class)).hasSize(1);
        assertThat(scenario.switchboard.census().occupants()).isEqualTo(2);
    }

    @Test
    void a_room_that_two_others_use_is_refused_at_once() {
        alice2.enters("r1");
        carol.enters("r1");
        InviteId id = alice.invites(bob);

        assertThat(bob.refusedFor(Phone.warmUp(id, "r1"))).isEqualTo(ErrorCode.ROOM_FULL);
        alice.warmsUp(id, "r1");
    }

    @Test
    void a_second_warm_up_replaces_the_first_and_refuses_it_if_it_waits() {
        InviteId id = alice.invites(bob);
        scenario.holdMedia();
        bob.asks(WARM, Phone.warmUp(id, "r1"));
        bob.asks(new RequestId.Text("again"), Phone.warmUp(id, "r2"));

        assertThat(refusal(bob, WARM)).isEqualTo(ErrorCode.ROOM_ENTER_REFUSED);
        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));
        assertThat(bob.answers().getLast())
                .isEqualTo(new Ack.Done(new RequestId.Text("again"), new Result.Answered("sdp")));
        bob.accepts(id);

        assertThat(bob.news(ServerEvent.RoomEntered.class))
                .extracting(ServerEvent.RoomEntered::roomId)
                .containsExactly(new RoomId.Named("r2"));
    }

    @Test
    void a_repeated_warm_up_waits_for_the_one_answer() {
        InviteId id = alice.invites(bob);
        scenario.holdMedia();
        assertThat(bob.asks(WARM, Phone.warmUp(id, "r1"))).isNull();
        assertThat(bob.asks(WARM, Phone.warmUp(id, "r1"))).isNull();
        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));

        assertThat(bob.asks(WARM, Phone.warmUp(id, "r1"))).isEqualTo(new Ack.Done(WARM, new Result.Answered("sdp")));
        assertThat(scenario.effects(Effect.WarmUp.class)).hasSize(1);
    }

    @Test
    void a_warm_up_that_the_yes_overtook_enters_once_the_media_has_answered() {
        InviteId id = alice.invites(bob);
        scenario.holdMedia();
        bob.asks(WARM, Phone.warmUp(id, "r1", TALKS));
        bob.accepts(id);
        assertThat(scenario.switchboard.census().occupants()).isZero();
        scenario.pass(Duration.ofMillis(40));
        scenario.effects.clear();

        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));

        assertThat(bob.answers().getLast()).isEqualTo(new Ack.Done(WARM, new Result.Answered("sdp")));
        assertThat(bob.news(ServerEvent.RoomEntered.class))
                .containsExactly(
                        new ServerEvent.RoomEntered(R1, Scene.VIDEO_CALL, List.of(), Duration.ofMillis(40), null));
        assertThat(scenario.effects.getFirst()).isInstanceOf(Effect.Reply.class);
    }

    @Test
    void a_warm_up_that_the_yes_overtook_and_the_media_refuses_leaves_the_way_in_open() {
        InviteId id = alice.invites(bob);
        scenario.holdMedia();
        bob.asks(WARM, Phone.warmUp(id, "r1"));
        bob.accepts(id);

        scenario.releaseMedia(new MediaAnswer.Refused("No BUNDLE group."));

        assertThat(refusal(bob, WARM)).isEqualTo(ErrorCode.ROOM_SDP_REFUSED);
        assertThat(scenario.switchboard.census().solos()).isZero();
        assertThat(closed()).containsExactly(bob.login());
        bob.enters("r1");
    }

    @Test
    void media_that_never_answers_a_warm_up_leaves_nothing_behind() {
        InviteId id = alice.invites(bob);
        scenario.holdMedia();
        bob.asks(WARM, Phone.warmUp(id, "r1"));
        bob.accepts(id);

        scenario.pass(Negotiations.PATIENCE);

        assertThat(refusal(bob, WARM)).isEqualTo(ErrorCode.SERVER_BUSY);
        assertThat(scenario.switchboard.census().solos()).isZero();
        scenario.releaseMedia(new MediaAnswer.Answered("too late"));
        assertThat(scenario.switchboard.census().occupants()).isZero();
        assertThat(closed()).containsExactly(bob.login());
    }

    @Test
    void a_warm_up_that_waits_when_another_device_answers_is_refused() {
        InviteId id = alice.invites(bob);
        scenario.holdMedia();
        bob.asks(WARM, Phone.warmUp(id, "r1"));

        bob2.accepts(id);

        assertThat(refusal(bob, WARM)).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(closed()).containsExactly(bob.login());
    }

    @Test
    void what_is_asked_in_the_lobby_counts_from_the_entry_on() {
        InviteId id = warm();
        ReceiveWish small = new ReceiveWish(true, ReceiveWish.Video.SMALL, false);
        alice.does(new ClientRequest.SetReceive(small));
        alice.sends(true, false, false);
        bob.sends(true, true, false);
        assertThat(bob.asks(new ClientRequest.RestartIce("again")))
                .isInstanceOfSatisfying(
                        Ack.Done.class,
                        it -> assertThat(it.result()).isEqualTo(new Result.Answered("answer to again")));
        assertThat(alice.news(ServerEvent.MediaChanged.class)).isEmpty();

        bob.accepts(id);

        assertThat(bob.news(ServerEvent.RoomEntered.class))
                .flatExtracting(ServerEvent.RoomEntered::users)
                .containsExactly(new RoomUser(alice.user, new MediaFlags(true, false, false)));
        assertThat(alice.news(ServerEvent.MediaChanged.class))
                .containsExactly(new ServerEvent.MediaChanged(bob.user, TALKS));
        assertThat(scenario.effects(Effect.ReceiveSolo.class))
                .containsExactly(new Effect.ReceiveSolo(alice.login(), small));
        assertThat(scenario.effects(Effect.RestartSoloIce.class)).hasSize(1);
        assertThat(scenario.effects(Effect.Receive.class)).isEmpty();
    }

    @Test
    void a_wish_is_told_to_the_media_once_that_knows_the_device() {
        InviteId id = alice.invites(bob);
        scenario.holdMedia();
        bob.asks(WARM, Phone.warmUp(id, "r1"));
        bob.does(new ClientRequest.SetReceive(ReceiveWish.ALL));
        assertThat(scenario.effects(Effect.ReceiveSolo.class)).isEmpty();
        assertThat(bob.refusedFor(new ClientRequest.RestartIce("too early"))).isEqualTo(ErrorCode.ROOM_NOT_FOUND);

        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));

        assertThat(scenario.effects(Effect.ReceiveSolo.class)).hasSize(1);
    }

    @Test
    void after_glare_both_warm_devices_go_where_the_first_inviter_goes() {
        InviteId first = alice.invites(bob);
        alice.does(Phone.warmUp(first, "from-alice", TALKS));
        bob.does(Phone.warmUp(first, "from-bob", TALKS));
        alice.news();
        bob.news();

        assertThat(bob.invites(alice)).isEqualTo(first);

        assertThat(alice.news())
                .extracting(Object::getClass)
                .containsExactly(
                        ServerEvent.InviteeAccepted.class,
                        ServerEvent.RoomEntered.class,
                        ServerEvent.UserEntered.class,
                        ServerEvent.MediaChanged.class);
        assertThat(bob.news(ServerEvent.RoomEntered.class))
                .containsExactly(new ServerEvent.RoomEntered(
                        new RoomId.Named("from-alice"),
                        Scene.VIDEO_CALL,
                        List.of(new RoomUser(alice.user, TALKS)),
                        Duration.ZERO,
                        null));
    }

    @Test
    void after_glare_a_lone_warm_device_goes_where_it_said() {
        InviteId first = alice.invites(bob);
        bob.warmsUp(first, "from-bob");

        bob.invites(alice);

        assertThat(bob.news(ServerEvent.RoomEntered.class))
                .extracting(ServerEvent.RoomEntered::roomId)
                .containsExactly(new RoomId.Named("from-bob"));
    }

    @Test
    void a_device_whose_media_never_connected_enters_and_vanishes_like_any_other() {
        InviteId id = warm();
        bob.accepts(id);
        alice.news();
        bob.losesSocket();

        scenario.pass(Duration.ofSeconds(15));

        assertThat(alice.news(ServerEvent.UserLeft.class))
                .containsExactly(new ServerEvent.UserLeft(bob.user, LeaveReason.TIMED_OUT, null));
    }

    @Test
    void a_socket_that_is_lost_for_a_moment_costs_no_lobby() {
        InviteId id = warm();
        alice.losesSocket();
        scenario.pass(Duration.ofSeconds(14));
        bob.accepts(id);
        scenario.handle(new Command.MediaConnected(R1, alice.user));
        scenario.pass(Duration.ofSeconds(30));

        Result.LoggedIn again = alice.logIn();

        assertThat(again.room()).isNotNull();
        assertThat(bob.news(ServerEvent.UserLeft.class)).isEmpty();
    }

    @Test
    void a_device_that_enters_without_a_socket_or_media_is_given_the_usual_time() {
        InviteId id = warm();
        alice.losesSocket();
        scenario.pass(Duration.ofSeconds(10));
        bob.accepts(id);
        bob.news();

        scenario.pass(Duration.ofMillis(14_999));
        assertThat(bob.news()).isEmpty();
        scenario.pass(Duration.ofMillis(1));
        assertThat(bob.news()).containsExactly(new ServerEvent.UserLeft(alice.user, LeaveReason.TIMED_OUT, null));
    }

    @Test
    void a_socket_that_stays_lost_ends_the_lobby() {
        InviteId id = warm();
        alice.losesSocket();

        scenario.pass(Duration.ofSeconds(15));

        assertThat(closed()).containsExactly(alice.login());
        bob.accepts(id);
        assertThat(scenario.switchboard.census().occupants()).isEqualTo(1);
    }

    @Test
    void a_lobby_belongs_to_the_login() {
        InviteId id = warm();
        LoginId before = bob.login();
        bob.logIn();
        assertThat(closed()).containsExactly(before);

        LoginId lost = alice.login();
        alice.losesSocket();
        alice.logIn();
        assertThat(closed()).containsExactly(before, lost);

        bob.warmsUp(id, "r1");
        bob.accepts(id);
        assertThat(bob.news(ServerEvent.RoomEntered.class)).hasSize(1);
    }

    @Test
    void an_offer_whose_answer_reaches_nobody_is_given_up_at_once() {
        InviteId id = alice.invites(bob);
        scenario.holdMedia();
        bob.asks(WARM, Phone.warmUp(id, "r1"));

        bob.losesSocket();

        assertThat(closed()).containsExactly(bob.login());
        assertThat(scenario.switchboard.census().solos()).isZero();
    }

    @Test
    void logout_exit_entry_and_kick_end_a_lobby() {
        InviteId id = warm();
        alice.does(new ClientRequest.ExitRoom(null));
        alice.warmsUp(id, "r1");
        alice.exits("elsewhere");
        assertThat(scenario.switchboard.census().solos()).isEqualTo(2);
        alice.exits("r1");
        assertThat(closed()).containsExactly(alice.login(), alice.login());

        alice.warmsUp(id, "r1");
        alice.enters("r2");
        assertThat(closed()).hasSize(3);

        bob2.warmsUp(id, "r1");
        bob2.losesSocket();
        scenario.handle(new Command.KickUser(bob.user, KickReason.REST_API));
        assertThat(closed()).contains(bob.login(), bob2.login());

        InviteId second = carol.invites(alice2);
        carol.warmsUp(second, "r3");
        carol.does(new ClientRequest.Logout());
        assertThat(scenario.switchboard.census().solos()).isZero();
    }

    @Test
    void an_entry_that_is_refused_leaves_the_lobby_alone() {
        alice2.enters("full");
        carol.enters("full");
        InviteId id = alice.invites(bob);
        bob.warmsUp(id, "r1");

        assertThat(bob.refusedFor(Phone.entry("full"))).isEqualTo(ErrorCode.ROOM_FULL);

        bob.accepts(id);
        assertThat(bob.news(ServerEvent.RoomEntered.class)).hasSize(1);
    }

    @Test
    void a_room_that_filled_while_it_rang_turns_the_warm_device_away() {
        InviteId id = alice.invites(bob);
        bob.warmsUp(id, "r1");
        alice2.enters("r1");
        carol.enters("r1");
        bob.news();

        bob.accepts(id);

        assertThat(bob.news()).containsExactly(new ServerEvent.RoomExited(ExitReason.KICKED));
        assertThat(closed()).containsExactly(bob.login());
        assertThat(bob.refusedFor(Phone.entry("r1"))).isEqualTo(ErrorCode.ROOM_FULL);
    }

    @Test
    void the_scene_of_those_inside_holds_for_a_warm_device() {
        InviteId id = alice.invites(bob);
        bob.does(new ClientRequest.WarmUp(id, R1, Scene.AUDIO_CALL, "offer", MediaFlags.NONE, null, null));
        alice.warmsUp(id, "r1");

        bob.accepts(id);

        assertThat(bob.news(ServerEvent.RoomEntered.class))
                .extracting(ServerEvent.RoomEntered::scene)
                .containsExactly(Scene.VIDEO_CALL);
    }

    @Test
    void a_warm_device_takes_its_user_out_of_another_room() {
        bob2.enters("r9");
        InviteId id = alice.invites(bob);
        bob.warmsUp(id, "r1");
        bob2.news();

        bob.accepts(id);

        assertThat(bob2.news(ServerEvent.RoomExited.class))
                .containsExactly(new ServerEvent.RoomExited(ExitReason.KICKED));
        assertThat(scenario.switchboard.census().occupants()).isEqualTo(1);
        assertThat(scenario.effects(Effect.LeaveMedia.class))
                .containsExactly(new Effect.LeaveMedia(new RoomId.Named("r9"), bob.user));
    }

    @Test
    void a_room_that_is_dissolved_meanwhile_is_made_anew() {
        bob2.enters("r1");
        InviteId id = alice.invites(bob);
        bob.warmsUp(id, "r1");
        scenario.handle(new Command.DissolveRoom(R1));

        bob.accepts(id);

        assertThat(bob.news(ServerEvent.RoomEntered.class)).hasSize(1);
    }

    @Test
    void a_warm_call_leaves_one_record_with_both_entries() {
        InviteId id = warm();
        scenario.pass(Duration.ofSeconds(4));
        bob.accepts(id);
        scenario.pass(Duration.ofSeconds(60));
        alice.does(new ClientRequest.ExitRoom(null));
        bob.does(new ClientRequest.ExitRoom(null));

        assertThat(scenario.journal().stream().filter(CallEvent.Entered.class::isInstance))
                .extracting(CallEvent::inviteId)
                .containsExactly(id, id);
        Ledger ledger = new Ledger();
        List<CallRecord> records = scenario.journal().stream()
                .map(ledger::note)
                .flatMap(Optional::stream)
                .toList();
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.ring().lasted()).isEqualTo(Duration.ofSeconds(4));
            assertThat(record.talk().lasted(scenario.now())).isEqualTo(Duration.ofSeconds(60));
        });
        assertThat(scenario.switchboard.census().connecting()).isZero();
    }

    private InviteId warm() {
        InviteId id = alice.invites(bob);
        alice.warmsUp(id, "r1");
        bob.warmsUp(id, "r1");
        return id;
    }

    private List<LoginId> closed() {
        return scenario.effects(Effect.CloseSolo.class).stream()
                .map(Effect.CloseSolo::login)
                .toList();
    }

    private static ErrorCode refusal(Phone phone, RequestId request) {
        return phone.answers().stream()
                .filter(Ack.Refused.class::isInstance)
                .map(Ack.Refused.class::cast)
                .filter(it -> request.equals(it.id()))
                .map(it -> it.refusal().code())
                .findFirst()
                .orElseThrow();
    }
}
