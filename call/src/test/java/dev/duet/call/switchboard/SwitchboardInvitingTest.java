// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.ringing.Bell;
import dev.duet.call.ringing.Dialling;
import dev.duet.error.ErrorCode;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ClientRequest.Invite;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.OfflinePushInfo;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.Via;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ringing, through the switchboard: who is told what, once.
final class SwitchboardInvitingTest {
    private final Scenario scenario = new Scenario();
    private final Phone alice = scenario.phone("alice", "a1");
    private final Phone alice2 = scenario.phone("alice", "a2");
    private final Phone bob = scenario.phone("bob", "b1");
    private final Phone bob2 = scenario.phone("bob", "b2");

    @Test
    void an_invitation_rings_on_every_device_of_the_invitee_and_the_inviter_learns_where() {
        InviteId id = alice.invites(bob);

        assertThat(bob.news()).singleElement().isInstanceOfSatisfying(ServerEvent.NewInvitation.class, it -> {
            assertThat(it.invitation().inviteId()).isEqualTo(id);
            assertThat(it.invitation().data()).isEqualTo(Phone.VIDEO);
            assertThat(it.invitation().deadline()).isEqualTo(scenario.now().plusSeconds(30));
        });
        assertThat(bob2.news()).hasSize(1);
        assertThat(alice.news())
                .containsExactly(
                        new ServerEvent.InvitationDelivered(id, bob.user, bob.device.id(), Via.SOCKET, "delivered"),
                        new ServerEvent.InvitationDelivered(id, bob.user, bob2.device.id(), Via.SOCKET, "delivered"));
    }

    @Test
    void the_first_answer_wins_and_all_other_devices_hear_of_it() {
        InviteId id = alice.invites(bob);
        clearNews();

        bob2.accepts(id);

        ServerEvent accepted = new ServerEvent.InviteeAccepted(id, bob.user, "yes", bob2.device.id());
        assertThat(alice.news()).containsExactly(accepted);
        assertThat(alice2.news()).containsExactly(accepted);
        assertThat(bob.news()).containsExactly(accepted);
        assertThat(bob2.news()).isEmpty();
        assertThat(bob.refusedFor(new ClientRequest.Accept(id, ""))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(bob.refusedFor(new ClientRequest.Reject(id, ""))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(alice.refusedFor(new ClientRequest.Cancel(id, ""))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
    }

    @Test
    void a_rejection_goes_to_the_inviter_and_the_other_devices() {
        InviteId id = alice.invites(bob);
        clearNews();

        bob.does(new ClientRequest.Reject(id, "no"));

        ServerEvent rejected = new ServerEvent.InviteeRejected(id, bob.user, "no", bob.device.id());
        assertThat(alice.news()).containsExactly(rejected);
        assertThat(bob2.news()).containsExactly(rejected);
        assertThat(bob.news()).isEmpty();
    }

    @Test
    void a_cancellation_goes_to_the_invitee_and_the_inviters_other_devices() {
        InviteId id = alice.invites(bob);
        clearNews();

        alice.does(new ClientRequest.Cancel(id, "changed my mind"));

        ServerEvent cancelled = new ServerEvent.InvitationCancelled(id, alice.user, "changed my mind");
        assertThat(bob.news()).containsExactly(cancelled);
        assertThat(bob2.news()).containsExactly(cancelled);
        assertThat(alice2.news()).containsExactly(cancelled);
        assertThat(alice.news()).isEmpty();
        assertThat(bob.refusedFor(new ClientRequest.Accept(id, ""))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
    }

    @Test
    void the_server_times_out_at_the_deadline_and_tells_both_sides_once() {
        InviteId id = alice.invites(bob);
        clearNews();

        scenario.pass(Duration.ofSeconds(30).minusMillis(1));
        assertThat(alice.news()).isEmpty();
        scenario.pass(Duration.ofMillis(1));

        ServerEvent timeout = new ServerEvent.InvitationTimeout(id, List.of(bob.user));
        assertThat(alice.news()).containsExactly(timeout);
        assertThat(alice2.news()).containsExactly(timeout);
        assertThat(bob.news()).containsExactly(timeout);
        assertThat(bob.refusedFor(new ClientRequest.Accept(id, ""))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        scenario.pass(Duration.ofMinutes(5));
        assertThat(alice.news()).isEmpty();
    }

    @Test
    void an_answer_that_comes_after_the_deadline_is_late_even_when_nobody_woke_the_switchboard() {
        InviteId id = alice.invites(bob);
        clearNews();
        scenario.time.advance(Duration.ofSeconds(31));

        assertThat(bob.refusedFor(new ClientRequest.Accept(id, ""))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(alice.news()).containsExactly(new ServerEvent.InvitationTimeout(id, List.of(bob.user)));
    }

    @Test
    void a_timeout_of_zero_rings_on_and_is_given_up_after_a_day() {
        InviteId id = alice.invites(Phone.invitation(bob.user, Duration.ZERO));
        clearNews();

        scenario.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(alice.news()).isEmpty();
        scenario.pass(Duration.ofSeconds(1));
        assertThat(alice.news()).containsExactly(new ServerEvent.InvitationTimeout(id, List.of(bob.user)));
        scenario.pass(Bell.REMEMBERED);
        assertThat(scenario.switchboard.census().remembered()).isZero();
    }

    @Test
    void only_the_inviter_cancels_and_only_the_invitee_answers() {
        Phone carol = scenario.phone("carol", "c1");
        InviteId id = alice.invites(bob);

        assertThat(bob.refusedFor(new ClientRequest.Cancel(id, ""))).isEqualTo(ErrorCode.NO_PERMISSION);
        assertThat(alice.refusedFor(new ClientRequest.Accept(id, ""))).isEqualTo(ErrorCode.NO_PERMISSION);
        assertThat(alice.refusedFor(new ClientRequest.Reject(id, ""))).isEqualTo(ErrorCode.NO_PERMISSION);
        assertThat(carol.refusedFor(new ClientRequest.Accept(id, ""))).isEqualTo(ErrorCode.NO_PERMISSION);
        assertThat(carol.refusedFor(new ClientRequest.GetInvitation(id))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(carol.refusedFor(new ClientRequest.Cancel(new InviteId("unknown"), "")))
                .isEqualTo(ErrorCode.INVALID_INVITE_ID);
        bob.accepts(id);
    }

    @Test
    void another_device_of_the_inviter_may_cancel() {
        InviteId id = alice.invites(bob);

        alice2.does(new ClientRequest.Cancel(id, ""));

        assertThat(alice.news(ServerEvent.InvitationCancelled.class)).hasSize(1);
    }

    @Test
    void nobody_invites_oneself() {
        assertThat(alice.refusedFor(Phone.invitation(alice2))).isEqualTo(ErrorCode.INVALID_RECEIVER);
    }

    @Test
    void a_timeout_below_zero_or_beyond_a_day_is_refused() {
        assertThat(alice.refusedFor(Phone.invitation(bob.user, Duration.ofSeconds(-1))))
                .isEqualTo(ErrorCode.INVALID_PARAMETERS);
        assertThat(alice.refusedFor(Phone.invitation(bob.user, Duration.ofHours(25))))
                .isEqualTo(ErrorCode.INVALID_PARAMETERS);
    }

    @Test
    void only_the_inviter_modifies_while_it_rings_and_the_invitee_sees_the_new_data() {
        InviteId id = alice.invites(bob);
        clearNews();
        ClientRequest modification = new ClientRequest.ModifyInvitation(id, "new");

        assertThat(bob.refusedFor(modification)).isEqualTo(ErrorCode.NO_PERMISSION);
        alice.does(modification);

        assertThat(bob.news()).containsExactly(new ServerEvent.InvitationModified(id, "new"));
        assertThat(look(bob, id).data()).isEqualTo("new");
        assertThat(bob2.logIn().pending())
                .singleElement()
                .satisfies(it -> assertThat(it.data()).isEqualTo("new"));
        bob.accepts(id);
        assertThat(alice.refusedFor(modification)).isEqualTo(ErrorCode.INVALID_INVITE_ID);
    }

    @Test
    void an_invitation_for_online_users_only_cannot_be_modified() {
        InviteId id = alice.invites(onlineOnly(bob.user));

        assertThat(alice.refusedFor(new ClientRequest.ModifyInvitation(id, "new")))
                .isEqualTo(ErrorCode.NO_PERMISSION);
    }

    @Test
    void the_same_client_made_id_with_the_same_content_gets_the_same_answer_and_rings_once() {
        Invite invite = withId("mine", bob.user, Phone.VIDEO);
        InviteId id = alice.invites(invite);
        alice.losesSocket();
        clearNews();
        scenario.pass(Duration.ofSeconds(5));
        alice.logIn();

        Ack again = alice.asks(invite);

        assertThat(again)
                .isInstanceOfSatisfying(
                        Ack.Done.class,
                        done -> assertThat(done.result())
                                .isEqualTo(new Result.Invited(id, Scenario.START.plusSeconds(30))));
        assertThat(bob.news()).isEmpty();
    }

    @Test
    void a_client_made_id_that_is_taken_is_refused() {
        alice.invites(withId("mine", bob.user, Phone.VIDEO));
        Phone carol = scenario.phone("carol", "c1");

        assertThat(carol.refusedFor(withId("mine", bob.user, Phone.VIDEO))).isEqualTo(ErrorCode.ALREADY_EXISTS);
        assertThat(alice.refusedFor(withId("mine", bob.user, "other"))).isEqualTo(ErrorCode.ALREADY_EXISTS);
        assertThat(alice.refusedFor(withId("mine", carol.user, Phone.VIDEO))).isEqualTo(ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void a_request_repeated_on_one_login_gets_the_same_answer_and_has_no_second_effect() {
        RequestId request = new RequestId.Text("once");
        Ack first = alice.asks(request, Phone.invitation(bob));
        clearNews();

        assertThat(alice.asks(request, Phone.invitation(bob))).isEqualTo(first);
        assertThat(bob.news()).isEmpty();
        assertThat(alice2.asks(request, Phone.invitation(bob))).isNotEqualTo(first);
    }

    @Test
    void an_answer_repeated_after_a_reconnect_is_a_yes_again_and_told_to_nobody() {
        InviteId id = alice.invites(bob);
        bob.accepts(id);
        assertThat(bob.refusedFor(new ClientRequest.Accept(id, "yes"))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        bob.losesSocket();
        bob.logIn();
        clearNews();

        bob.accepts(id);

        assertThat(alice.news()).isEmpty();
        assertThat(bob2.news()).isEmpty();
        assertThat(bob.refusedFor(new ClientRequest.Reject(id, ""))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
    }

    @Test
    void an_offline_invitee_learns_of_it_at_login_with_the_time_that_remains() {
        UserId carol = new UserId("carol");
        InviteId id = alice.invites(Phone.invitation(carol, Duration.ofSeconds(30)));
        assertThat(alice.news()).isEmpty();
        scenario.pass(Duration.ofSeconds(10));

        Phone phone = scenario.phone("carol", "c1");

        assertThat(phone.news()).isEmpty();
        assertThat(pendingAt(phone)).singleElement().satisfies(it -> {
            assertThat(it.inviteId()).isEqualTo(id);
            assertThat(it.end()).isNull();
            assertThat(it.deadline()).isEqualTo(scenario.now().plusSeconds(20));
        });
        assertThat(alice.news())
                .containsExactly(
                        new ServerEvent.InvitationDelivered(id, carol, phone.device.id(), Via.SOCKET, "delivered"));
        phone.accepts(id);
        assertThat(alice.news(ServerEvent.InviteeAccepted.class)).hasSize(1);
    }

    @Test
    void a_ringing_invitee_whose_socket_was_lost_finds_it_again_at_login_and_the_inviter_is_not_told_twice() {
        InviteId id = alice.invites(bob);
        bob.losesSocket();
        clearNews();

        assertThat(bob.logIn().pending()).extracting(InvitationInfo::inviteId).containsExactly(id);
        assertThat(bob.news()).isEmpty();
        assertThat(alice.news()).isEmpty();
    }

    @Test
    void an_invitation_for_online_users_only_is_never_shown_to_a_user_who_was_offline() {
        UserId carol = new UserId("carol");
        InviteId id = alice.invites(onlineOnly(carol));
        Phone phone = scenario.phone("carol", "c1");

        assertThat(pendingAt(phone)).isEmpty();
        scenario.pass(Duration.ofSeconds(30));

        assertThat(phone.news()).isEmpty();
        assertThat(alice.news()).containsExactly(new ServerEvent.InvitationTimeout(id, List.of(carol)));
        assertThat(scenario.effects(Effect.Push.class)).isEmpty();
    }

    @Test
    void an_invitation_for_online_users_only_survives_a_reconnect() {
        InviteId id = alice.invites(onlineOnly(bob.user));
        bob.losesSocket();

        assertThat(bob.logIn().pending()).extracting(InvitationInfo::inviteId).containsExactly(id);
        bob.accepts(id);
    }

    @Test
    void what_ended_is_pending_for_a_minute_for_both_sides_and_then_forgotten() {
        InviteId id = alice.invites(bob);
        bob.does(new ClientRequest.Reject(id, "no"));
        scenario.pass(Duration.ofSeconds(59));

        InvitationInfo.End end = new InvitationInfo.End(InvitationInfo.Outcome.REJECTED, "no");
        assertThat(alice.logIn().pending()).extracting(InvitationInfo::end).containsExactly(end);
        assertThat(bob.logIn().pending()).extracting(InvitationInfo::end).containsExactly(end);
        scenario.pass(Duration.ofSeconds(1));
        assertThat(alice.logIn().pending()).isEmpty();
        assertThat(bob.refusedFor(new ClientRequest.GetInvitation(id))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(scenario.switchboard.census().remembered()).isZero();
    }

    @Test
    void a_push_wakes_the_devices_that_did_not_ring_and_is_withdrawn_at_the_end() {
        OfflinePushInfo info = new OfflinePushInfo("{\"desc\":\"alice calls\"}");
        InviteId id = alice.invites(new Invite(bob.user, Phone.VIDEO, Duration.ofSeconds(30), false, info, null));

        assertThat(scenario.effects(Effect.Push.class)).singleElement().satisfies(push -> {
            assertThat(push.note().info()).isEqualTo(info);
            assertThat(push.note().reached()).containsExactlyInAnyOrder(bob.device.id(), bob2.device.id());
            assertThat(push.note().notAfter()).isEqualTo(scenario.now().plusSeconds(30));
        });
        alice.news();
        scenario.handle(new Command.Pushed(id, bob.device.id(), "accepted by vendor"));
        assertThat(alice.news())
                .containsExactly(new ServerEvent.InvitationDelivered(
                        id, bob.user, bob.device.id(), Via.PUSH, "accepted by vendor"));
        alice.does(new ClientRequest.Cancel(id, ""));
        assertThat(scenario.effects(Effect.WithdrawPush.class)).containsExactly(new Effect.WithdrawPush(id, bob.user));
    }

    @Test
    void one_user_cannot_flood_and_others_do_not_notice() {
        Phone carol = scenario.phone("carol", "c1");
        for (int i = 0; i < 30; i++) {
            alice.does(new ClientRequest.Cancel(alice.invites(bob), ""));
        }

        assertThat(alice2.refusedFor(Phone.invitation(bob))).isEqualTo(ErrorCode.FREQUENCY_LIMIT);
        carol.invites(bob);
        scenario.pass(Duration.ofMillis(200));
        alice2.invites(bob);
    }

    @Test
    void requests_beyond_the_allowance_are_refused_and_have_no_effect() {
        InviteId id = alice.invites(bob);
        ErrorCode code = null;
        for (int i = 0; i < 200 && code == null; i++) {
            code = alice.asks(new ClientRequest.GetInvitation(id)) instanceof Ack.Refused refused
                    ? refused.refusal().code()
                    : null;
        }

        assertThat(code).isEqualTo(ErrorCode.FREQUENCY_LIMIT);
        assertThat(alice.refusedFor(new ClientRequest.Cancel(id, ""))).isEqualTo(ErrorCode.FREQUENCY_LIMIT);
        assertThat(look(bob, id).end()).isNull();
    }

    @Test
    void one_user_has_at_most_fifty_invitations_ringing() {
        for (int i = 0; i < Dialling.MOST_RINGING; i++) {
            alice.invites(Phone.invitation(bob.user, Duration.ZERO));
            scenario.pass(Duration.ofSeconds(1));
        }

        assertThat(alice.refusedFor(Phone.invitation(bob))).isEqualTo(ErrorCode.FREQUENCY_LIMIT);
    }

    private static List<InvitationInfo> pendingAt(Phone phone) {
        return ((Result.LoggedIn) ((Ack.Done) phone.answers().getFirst()).result()).pending();
    }

    private static InvitationInfo look(Phone phone, InviteId id) {
        Ack answer = phone.asks(new ClientRequest.GetInvitation(id));
        return ((Result.Invitation) ((Ack.Done) answer).result()).invitation();
    }

    private static Invite onlineOnly(UserId callee) {
        return new Invite(callee, Phone.VIDEO, Duration.ofSeconds(30), true, null, null);
    }

    private static Invite withId(String id, UserId callee, String data) {
        return new Invite(callee, data, Duration.ofSeconds(30), false, null, new InviteId(id));
    }

    private void clearNews() {
        List.of(alice, alice2, bob, bob2).forEach(Phone::news);
    }
}
