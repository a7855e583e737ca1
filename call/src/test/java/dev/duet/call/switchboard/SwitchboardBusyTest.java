// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.agenda.Connecting;
import dev.duet.call.invitation.Outcome;
import dev.duet.call.ledger.CallEvent;
import dev.duet.call.ringing.Dialling;
import dev.duet.call.roster.LoginPolicy;
import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ClientRequest.Invite;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.id.InviteId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Whom the server answers for, when the app wants it to.
final class SwitchboardBusyTest {
    private static final String BUSY = "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"videoCall\",\"reason\":\"busy\"}}";

    private final Scenario scenario =
            new Scenario(new AppPolicy(BusyPolicy.SERVER, LoginPolicy.GENEROUS, Duration.ofSeconds(15)));
    private final Phone alice = scenario.phone("alice", "a1");
    private final Phone alice2 = scenario.phone("alice", "a2");
    private final Phone bob = scenario.phone("bob", "b1");
    private final Phone bob2 = scenario.phone("bob", "b2");
    private final Phone carol = scenario.phone("carol", "c1");

    @Test
    void a_user_for_whom_something_rings_is_busy_on_every_device() {
        alice.invites(bob);
        bob.news();
        bob2.news();

        InviteId id = carol.invites(bob);

        assertThat(carol.news()).containsExactly(new ServerEvent.InviteeRejected(id, bob.user, BUSY, Dialling.SERVER));
        assertThat(bob.news()).isEmpty();
        assertThat(bob2.news()).isEmpty();
        assertThat(scenario.journal()).contains(new CallEvent.Ended(id, Outcome.BUSY, null, scenario.now()));
    }

    @Test
    void a_user_who_rings_somebody_is_busy() {
        alice.invites(bob);

        carol.invites(alice);

        assertThat(carol.news(ServerEvent.InviteeRejected.class)).hasSize(1);
        assertThat(alice2.news(ServerEvent.NewInvitation.class)).isEmpty();
    }

    @Test
    void a_user_who_said_yes_and_is_not_yet_in_the_room_is_busy_but_not_for_ever() {
        bob.accepts(alice.invites(bob));

        carol.invites(bob);
        assertThat(carol.news(ServerEvent.InviteeRejected.class)).hasSize(1);
        scenario.pass(Connecting.PATIENCE);
        carol.invites(bob);
        assertThat(carol.news(ServerEvent.InviteeRejected.class)).isEmpty();
    }

    @Test
    void a_user_in_a_room_is_busy_until_it_leaves() {
        bob.enters("r1");

        carol.invites(bob);
        assertThat(carol.news(ServerEvent.InviteeRejected.class)).hasSize(1);
        bob.does(new ClientRequest.ExitRoom(null));
        carol.invites(bob);
        assertThat(carol.news(ServerEvent.InviteeRejected.class)).isEmpty();
    }

    @Test
    void a_user_is_free_when_the_other_hung_up_before_it_came() {
        bob.accepts(alice.invites(bob));
        alice.enters("r1");
        alice.does(new ClientRequest.ExitRoom(null));

        carol.invites(bob);

        assertThat(carol.news(ServerEvent.InviteeRejected.class)).isEmpty();
    }

    @Test
    void users_in_one_call_are_not_busy_for_each_other() {
        bob.accepts(alice.invites(bob));
        bob.news();
        alice.invites(bob);
        assertThat(bob.news(ServerEvent.NewInvitation.class)).hasSize(1);
        alice.enters("r1");
        bob.enters("r1");
        bob.news();

        alice.invites(bob);

        assertThat(bob.news(ServerEvent.NewInvitation.class)).hasSize(1);
    }

    @Test
    void an_invitation_that_nobody_saw_makes_nobody_busy() {
        Phone dave = scenario.phone("dave", "d1");
        dave.losesSocket();
        alice.invites(new Invite(dave.user, "", Duration.ofSeconds(30), true, null, null));
        dave.logIn();

        carol.invites(dave);

        assertThat(carol.news(ServerEvent.InviteeRejected.class)).isEmpty();
    }

    @Test
    void a_busy_answer_is_remembered_like_any_other() {
        alice.invites(bob);
        Invite invite = new Invite(bob.user, Phone.VIDEO, Duration.ofSeconds(30), false, null, new InviteId("mine"));
        Ack first = carol.asks(invite);
        carol.news();

        Ack again = carol.asks(invite);

        assertThat(((Ack.Done) again).result()).isEqualTo(((Ack.Done) first).result());
        assertThat(carol.news()).isEmpty();
        Result.LoggedIn back = carol.logIn();
        assertThat(back.pending())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.end()).isEqualTo(new InvitationInfo.End(InvitationInfo.Outcome.REJECTED, BUSY)));
    }

    @Test
    void by_default_the_client_decides() {
        Scenario usual = new Scenario();
        Phone eve = usual.phone("eve", "e1");
        usual.phone("frank", "f1").invites(eve);

        usual.phone("grace", "g1").invites(eve);

        assertThat(eve.news(ServerEvent.NewInvitation.class)).hasSize(2);
    }
}
