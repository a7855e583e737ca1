// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.roster.LoginPolicy;
import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import dev.duet.call.switchboard.Effect.CloseReason;
import dev.duet.error.ErrorCode;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Platform;
import dev.duet.frame.RequestId;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.RoomUser;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Logins: who has to go, what survives a lost socket, what ends with a logout.
final class SwitchboardLoginTest {
    private final Scenario scenario =
            new Scenario(new AppPolicy(BusyPolicy.CLIENT, LoginPolicy.uniform(2), Duration.ofSeconds(15)));
    private final Phone alice = scenario.phone("alice", "a1");
    private final Phone bob = scenario.phone("bob", "b1");

    @Test
    void one_device_too_many_kicks_the_oldest_of_its_platform() {
        Phone desktop = scenario.phone("alice", "d1", Platform.LINUX);
        Phone second = scenario.phone("alice", "a2");
        Phone third = scenario.phone("alice", "a3");

        assertThat(alice.news()).containsExactly(new ServerEvent.KickedOffline(KickReason.MULTIPLE_DEVICE));
        assertThat(alice.closed).isTrue();
        assertThat(List.of(desktop.closed, second.closed, third.closed)).containsOnly(false);
    }

    @Test
    void a_kicked_device_is_told_nothing_more_and_what_it_asks_is_not_heard() {
        scenario.phone("alice", "a2");
        Phone third = scenario.phone("alice", "a3");
        alice.news();

        bob.invites(third);

        assertThat(alice.news()).isEmpty();
        assertThat(alice.asks(new RequestId.Numeric(99), new ClientRequest.ExitRoom(null)))
                .isNull();
        alice.losesSocket();
        assertThat(scenario.switchboard.census().logins()).isEqualTo(3);
    }

    @Test
    void the_same_device_replaces_its_own_login_without_a_word() {
        LoginId before = alice.login();
        scenario.phone("alice", "a2");

        alice.logIn();

        assertThat(scenario.effects(Effect.CloseLogin.class))
                .containsExactly(new Effect.CloseLogin(before, CloseReason.REPLACED));
        assertThat(scenario.effects(Effect.Deliver.class)).isEmpty();
        scenario.handle(new Command.SocketLost(before));
        bob.invites(alice);
        assertThat(alice.news()).hasSize(1);
    }

    @Test
    void a_device_that_comes_back_is_still_in_its_room_and_sees_who_else_is() {
        alice.enters("r1");
        bob.enters("r1");
        bob.sends(true, false, false);
        Instant together = scenario.now();
        alice.losesSocket();
        scenario.pass(Duration.ofSeconds(14));

        RoomInfo room = alice.logIn().room();

        assertThat(room)
                .isEqualTo(new RoomInfo(
                        new RoomId.Named("r1"),
                        Scene.VIDEO_CALL,
                        List.of(new RoomUser(bob.user, new MediaFlags(true, false, false))),
                        together));
        scenario.pass(Duration.ofMinutes(1));
        assertThat(bob.news(ServerEvent.UserLeft.class)).isEmpty();
        alice.news();
        bob.sends(true, true, false);
        assertThat(alice.news(ServerEvent.MediaChanged.class)).hasSize(1);
        alice.does(new ClientRequest.RestartIce("offer"));
    }

    @Test
    void another_device_of_the_same_user_is_not_in_that_room() {
        alice.enters("r1");
        Phone second = scenario.phone("alice", "a2");

        assertThat(second.logIn().room()).isNull();
        assertThat(second.refusedFor(new ClientRequest.SetMedia(MediaFlags.NONE)))
                .isEqualTo(ErrorCode.ROOM_NOT_FOUND);
    }

    @Test
    void a_logout_leaves_the_room_and_closes_the_socket_after_the_answer() {
        alice.enters("r1");
        bob.enters("r1");
        bob.news();

        alice.does(new ClientRequest.Logout());

        assertThat(alice.closed).isTrue();
        assertThat(bob.news())
                .containsExactly(new ServerEvent.UserLeft(alice.user, ServerEvent.LeaveReason.LEFT, null));
        assertThat(scenario.effects(Effect.LeaveMedia.class))
                .containsExactly(new Effect.LeaveMedia(new RoomId.Named("r1"), alice.user));
    }

    @Test
    void the_operator_ends_every_login_of_a_user_and_its_call() {
        Phone second = scenario.phone("alice", "a2");
        alice.enters("r1");
        bob.enters("r1");
        alice.losesSocket();
        bob.news();

        scenario.handle(new Command.KickUser(alice.user, KickReason.REST_API));

        assertThat(second.news()).containsExactly(new ServerEvent.KickedOffline(KickReason.REST_API));
        assertThat(bob.news())
                .containsExactly(new ServerEvent.UserLeft(alice.user, ServerEvent.LeaveReason.KICKED, null));
        assertThat(scenario.switchboard.census().logins()).isEqualTo(1);
    }

    @Test
    void an_expired_ticket_is_told_and_nothing_else_happens() {
        scenario.handle(new Command.TicketExpired(alice.login()));

        assertThat(alice.news()).containsExactly(new ServerEvent.UserSigExpired());
        alice.invites(bob);
    }

    @Test
    void a_second_login_on_a_logged_in_socket_is_refused() {
        assertThat(alice.refusedFor(new ClientRequest.Login(new AppId(1), alice.user, "sig", alice.device)))
                .isEqualTo(ErrorCode.INVALID_PARAMETERS);
    }

    @Test
    void a_push_token_is_handed_on_for_the_device() {
        ClientRequest.SetPushToken token = new ClientRequest.SetPushToken("fcm", "token", "");

        alice.does(token);

        assertThat(scenario.effects(Effect.KeepPushToken.class))
                .containsExactly(new Effect.KeepPushToken(alice.key(), token));
    }
}
