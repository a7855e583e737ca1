// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.LeaveReason;
import dev.duet.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// How long a talk is, by the server's clock: both sides are told the same two moments.
final class SwitchboardTalkTimeTest {
    private static final RoomId R1 = new RoomId.Named("r1");

    private final Scenario scenario = new Scenario();
    private final Phone alice = scenario.phone("alice", "a1");
    private final Phone bob = scenario.phone("bob", "b1");

    @Test
    void both_learn_the_same_moment_from_which_they_are_together() {
        assertThat(alice.enters("r1").together()).isNull();
        scenario.pass(Duration.ofSeconds(3));

        Result.Entered entered = bob.enters("r1");

        assertThat(entered.together()).isEqualTo(scenario.now());
        assertThat(alice.timedNews()).containsExactly(new ServerEvent.UserEntered(bob.user, scenario.now()));
    }

    @Test
    void both_learn_the_same_moment_at_which_one_left() {
        talk();
        scenario.pass(Duration.ofSeconds(754));

        Ack answer = bob.asks(new RequestId.Text("exit"), new ClientRequest.ExitRoom(R1));

        assertThat(answer).isEqualTo(new Ack.Done(new RequestId.Text("exit"), new Result.Exited(scenario.now())));
        assertThat(alice.timedNews())
                .containsExactly(new ServerEvent.UserLeft(bob.user, LeaveReason.LEFT, scenario.now()));
    }

    @Test
    void who_logs_in_again_learns_since_when() {
        Instant together = talk();
        bob.losesSocket();
        scenario.pass(Duration.ofSeconds(5));

        assertThat(Objects.requireNonNull(bob.logIn().room()).together()).isEqualTo(together);
    }

    @Test
    void who_enters_again_goes_on_with_the_same_talk() {
        Instant together = talk();
        bob.losesSocket();
        scenario.pass(Duration.ofSeconds(5));
        bob.logIn();

        assertThat(bob.enters("r1").together()).isEqualTo(together);
        assertThat(alice.news(ServerEvent.UserEntered.class)).isEmpty();
    }

    @Test
    void who_comes_back_from_hold_goes_on_with_the_same_talk() {
        Instant together = talk();
        bob.does(new ClientRequest.HoldRoom());
        scenario.pass(Duration.ofSeconds(60));

        assertThat(bob.enters("r1").together()).isEqualTo(together);
    }

    @Test
    void a_talk_after_one_left_is_another() {
        talk();
        bob.exits("r1");
        scenario.pass(Duration.ofSeconds(7));

        assertThat(bob.enters("r1").together()).isEqualTo(scenario.now());
    }

    private Instant talk() {
        alice.enters("r1");
        bob.enters("r1");
        alice.timedNews();
        return scenario.now();
    }
}
