// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.invitation.Outcome;
import dev.duet.call.ledger.CallEvent;
import dev.duet.call.roster.LoginPolicy;
import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import dev.duet.error.ErrorCode;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ClientRequest.Invite;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.id.InviteId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two users who call each other at once end up in one call.
final class SwitchboardGlareTest {
    private final Scenario scenario = new Scenario();
    private final Phone alice = scenario.phone("alice", "a1");
    private final Phone alice2 = scenario.phone("alice", "a2");
    private final Phone bob = scenario.phone("bob", "b1");

    @Test
    void the_second_invitation_accepts_the_first_and_is_answered_with_its_id() {
        InviteId first = bob.invites(alice);
        List.of(alice, alice2, bob).forEach(Phone::news);

        Ack answer = alice.asks(Phone.invitation(bob));

        assertThat(((Ack.Done) answer).result())
                .isEqualTo(new Result.Invited(first, scenario.now().plusSeconds(30)));
        ServerEvent accepted = new ServerEvent.InviteeAccepted(first, alice.user, "", alice.device.id());
        assertThat(bob.news()).containsExactly(accepted);
        assertThat(alice.news()).containsExactly(accepted);
        assertThat(alice2.news()).containsExactly(accepted);
        assertThat(scenario.journal())
                .contains(new CallEvent.Ended(first, Outcome.ACCEPTED, alice.key(), scenario.now()))
                .filteredOn(CallEvent.Invited.class::isInstance)
                .hasSize(1);
    }

    @Test
    void the_device_of_the_second_inviter_knew_the_first_invitation_before_its_answer() {
        InviteId first = bob.invites(alice);

        assertThat(alice.news(ServerEvent.NewInvitation.class))
                .extracting(it -> it.invitation().inviteId())
                .containsExactly(first);
        alice.invites(bob);
    }

    @Test
    void no_further_answer_is_possible() {
        InviteId first = bob.invites(alice);
        alice.invites(bob);

        assertThat(bob.refusedFor(new ClientRequest.Cancel(first, ""))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(alice2.refusedFor(new ClientRequest.Reject(first, ""))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(scenario.switchboard.census().ringing()).isZero();
    }

    @Test
    void a_retry_under_the_client_made_id_of_the_second_leads_to_the_first() {
        InviteId first = bob.invites(alice);
        Invite mine = new Invite(bob.user, Phone.VIDEO, Duration.ofSeconds(30), false, null, new InviteId("mine"));
        assertThat(alice.invites(mine)).isEqualTo(first);
        alice.losesSocket();
        alice.logIn();
        bob.news();

        assertThat(alice.invites(mine)).isEqualTo(first);

        assertThat(bob.news()).isEmpty();
        assertThat(alice.refusedFor(new ClientRequest.Cancel(new InviteId("mine"), "")))
                .isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(bob.refusedFor(
                        new Invite(alice.user, Phone.VIDEO, Duration.ofSeconds(30), false, null, new InviteId("mine"))))
                .isEqualTo(ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void glare_comes_before_busy() {
        Scenario strict = new Scenario(new AppPolicy(BusyPolicy.SERVER, LoginPolicy.GENEROUS, Duration.ofSeconds(15)));
        Phone eve = strict.phone("eve", "e1");
        Phone frank = strict.phone("frank", "f1");
        InviteId first = eve.invites(frank);

        assertThat(frank.invites(eve)).isEqualTo(first);
        assertThat(eve.news(ServerEvent.InviteeAccepted.class)).hasSize(1);
    }

    @Test
    void an_invitation_the_second_inviter_cannot_see_does_not_meet_it() {
        alice.losesSocket();
        alice2.losesSocket();
        InviteId hidden = bob.invites(new Invite(alice.user, "", Duration.ofSeconds(30), true, null, null));
        alice.logIn();

        assertThat(alice.invites(bob)).isNotEqualTo(hidden);
        assertThat(bob.news(ServerEvent.NewInvitation.class)).hasSize(1);
    }

    @Test
    void a_call_back_after_the_first_one_timed_out_rings_anew() {
        InviteId first = bob.invites(alice);
        scenario.pass(Duration.ofSeconds(30));

        assertThat(alice.invites(bob)).isNotEqualTo(first);
    }
}
