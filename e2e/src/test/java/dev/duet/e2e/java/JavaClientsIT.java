// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.Code;
import dev.duet.client.im.InviteParams;
import dev.duet.client.im.UserStatus;
import dev.duet.e2e.RunningServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JavaClientsIT {
    private static final RunningServer SERVER = RunningServer.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Robot robot(String user) {
        return new Robot(SERVER, user, user + "-pc");
    }

    private static String call(Robot caller, String callee) {
        return Objects.requireNonNull(
                Robot.answer(caller.signaling().invite(callee, "hello")).data());
    }

    @Test
    void an_invitation_is_accepted() {
        Robot alice = robot("a1");
        Robot bob = robot("b1");
        String id = call(alice, "b1");
        bob.hears("a1 calls: hello");
        Robot.done(bob.signaling().accept(id, "yes"));

        alice.hears("b1 accepts: yes");
        assertThat(Robot.answer(alice.signaling().cancel(id, "")).code()).isEqualTo(Code.INVALID_INVITE_ID);
        alice.heardNothingElse();
        bob.heardNothingElse();
    }

    @Test
    void an_invitation_is_rejected() {
        Robot alice = robot("a2");
        Robot bob = robot("b2");
        String id = call(alice, "b2");
        bob.hears("a2 calls: hello");
        Robot.done(bob.signaling().reject(id, "no"));

        alice.hears("b2 rejects: no");
    }

    @Test
    void an_invitation_is_cancelled() {
        Robot alice = robot("a3");
        Robot bob = robot("b3");
        String id = call(alice, "b3");
        bob.hears("a3 calls: hello");
        Robot.done(alice.signaling().cancel(id, "bye"));

        bob.hears("a3 cancels: bye");
    }

    @Test
    void an_invitation_that_nobody_answers_times_out_on_both_sides() {
        Robot alice = robot("a4");
        Robot bob = robot("b4");
        Robot.done(alice.signaling().invite(new InviteParams("b4", "hello").withTimeout(1)));

        bob.hears("a4 calls: hello", "no answer of [b4]");
        alice.hears("no answer of [b4]");
    }

    @Test
    void what_was_answered_while_the_socket_was_cut_is_told_once() {
        Robot alice = robot("a5");
        Robot bob = robot("b5");
        String id = call(alice, "b5");
        bob.hears("a5 calls: hello");
        SERVER.cutSocketsOf("a5");
        Robot.done(bob.signaling().accept(id, "yes"));
        // The JDK may miss the end of a connection until the next word.
        alice.im().networkChanged();

        alice.hears("connecting", "connected", "b5 accepts: yes");
        Robot.done(alice.im().setSelfStatus("here"));
        alice.heardNothingElse();
    }

    @Test
    void a_fourth_device_of_the_platform_kicks_the_oldest() {
        Robot first = robot("a6");
        for (int i = 0; i < 3; i++) {
            new Robot(SERVER, "a6", "other" + i);
        }

        first.hears("kicked");
        assertThat(Robot.answer(first.signaling().invite("b6", "")).code()).isEqualTo(Code.NOT_LOGGED_IN);
    }

    @Test
    void who_comes_and_goes_is_told() {
        Robot alice = robot("a7");
        Robot.done(alice.im().subscribeUserStatus(List.of("b7")));
        Robot bob = robot("b7");
        alice.hears("b7 is " + UserStatus.ONLINE);
        Robot.done(bob.im().logout());

        alice.hears("b7 is " + UserStatus.UNLOGINED);
        assertThat(Robot.answer(alice.im().getUserStatus(List.of("b7"))).data())
                .containsExactly(new UserStatus("b7", UserStatus.UNLOGINED, ""));
    }

    @Test
    void a_ticket_of_somebody_else_is_refused() {
        Robot alice = robot("a8");
        Robot.done(alice.im().logout());
        var refused = alice.im().login("b8", SERVER.ticket("a8", Duration.ofHours(1)));

        assertThat(Robot.answer(refused).code()).isEqualTo(70013);
    }
}
