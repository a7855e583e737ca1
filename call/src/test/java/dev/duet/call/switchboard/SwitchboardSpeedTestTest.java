// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.error.ErrorCode;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.id.InviteId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Speed tests, through the switchboard.
final class SwitchboardSpeedTestTest {
    private static final ClientRequest START = new ClientRequest.StartSpeedTest("offer");
    private static final ClientRequest STOP = new ClientRequest.StopSpeedTest();
    private static final RequestId TEST = new RequestId.Text("test");

    private final Scenario scenario = new Scenario();
    private final Phone alice = scenario.phone("alice", "a1");
    private final Phone bob = scenario.phone("bob", "b1");

    @Test
    void a_test_runs_until_it_is_stopped() {
        assertThat(alice.asks(TEST, START)).isNotNull();
        assertThat(alice.answers().getLast()).isEqualTo(new Ack.Done(TEST, new Result.Answered("answer to offer")));

        alice.does(STOP);
        alice.does(STOP);

        assertThat(closed()).isEqualTo(1);
        assertThat(scenario.switchboard.census().solos()).isZero();
    }

    @Test
    void a_test_lasts_thirty_seconds_at_most() {
        alice.does(START);

        scenario.pass(Duration.ofMillis(29_999));
        assertThat(closed()).isZero();
        scenario.pass(Duration.ofMillis(1));
        assertThat(closed()).isEqualTo(1);
        alice.does(START);
    }

    @Test
    void a_login_has_one_test_at_a_time() {
        alice.does(START);

        assertThat(alice.refusedFor(START)).isEqualTo(ErrorCode.IN_PROGRESS);

        bob.does(START);
        assertThat(scenario.switchboard.census().solos()).isEqualTo(2);
    }

    @Test
    void nobody_tests_in_a_call_or_on_the_way_into_one() {
        alice.enters("r1");
        assertThat(alice.refusedFor(START)).isEqualTo(ErrorCode.ROOM_ENTER_REFUSED);
        alice.does(new ClientRequest.ExitRoom(null));

        bob.warmsUp(alice.invites(bob), "r1");
        assertThat(bob.refusedFor(START)).isEqualTo(ErrorCode.ROOM_ENTER_REFUSED);
        bob.does(STOP);
        assertThat(scenario.switchboard.census().solos()).isEqualTo(1);

        scenario.holdMedia();
        alice.asks(new RequestId.Text("enter"), Phone.entry("r1"));
        assertThat(alice.refusedFor(START)).isEqualTo(ErrorCode.ROOM_ENTER_REFUSED);
    }

    @Test
    void a_call_is_more_important_than_a_test() {
        alice.does(START);
        InviteId id = bob.invites(alice);
        alice.warmsUp(id, "r1");
        assertThat(closed()).isEqualTo(1);
        alice.does(new ClientRequest.ExitRoom(null));

        alice.does(START);
        alice.enters("r1");

        assertThat(closed()).isEqualTo(3);
        assertThat(scenario.switchboard.census().solos()).isZero();
    }

    @Test
    void a_test_that_is_stopped_before_the_media_answers_is_refused() {
        scenario.holdMedia();
        alice.asks(TEST, START);

        alice.does(STOP);

        assertThat(alice.answers())
                .anySatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Ack.Refused.class, it -> assertThat(it.id()).isEqualTo(TEST)));
        scenario.releaseMedia(new MediaAnswer.Answered("sdp"));
        assertThat(scenario.switchboard.census().solos()).isZero();
    }

    @Test
    void a_test_that_the_media_refuses_leaves_nothing_behind() {
        scenario.holdMedia();
        alice.asks(TEST, START);

        scenario.releaseMedia(new MediaAnswer.Refused("No audio."));

        assertThat(((Ack.Refused) alice.answers().getLast()).refusal().code()).isEqualTo(ErrorCode.ROOM_SDP_REFUSED);
        assertThat(scenario.switchboard.census().solos()).isZero();
    }

    @Test
    void a_test_ends_with_its_login() {
        alice.does(START);
        bob.does(START);
        alice.losesSocket();
        bob.logIn();

        assertThat(closed()).isEqualTo(2);
        bob.does(START);
        bob.does(new ClientRequest.Logout());
        assertThat(closed()).isEqualTo(3);
        assertThat(scenario.switchboard.census().solos()).isZero();
        assertThat(scenario.switchboard.census().alarms()).isZero();
    }

    @Test
    void tests_are_limited() {
        for (int i = 0; i < 5; i++) {
            alice.does(START);
            alice.does(STOP);
        }
        assertThat(alice.refusedFor(START)).isEqualTo(ErrorCode.FREQUENCY_LIMIT);

        scenario.pass(Duration.ofSeconds(10));
        alice.does(START);
    }

    private int closed() {
        return scenario.effects(Effect.CloseSolo.class).size();
    }
}
