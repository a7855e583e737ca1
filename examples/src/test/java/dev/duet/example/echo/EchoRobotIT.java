// SPDX-License-Identifier: Apache-2.0
package dev.duet.example.echo;

import static dev.duet.example.Person.done;
import static dev.duet.example.Person.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.call.Call;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.media.picture.Colour;
import dev.duet.example.DevServer;
import dev.duet.example.Person;
import dev.duet.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EchoRobotIT {
    private static final Colour RED = new Colour(200, 30, 30);
    private static final Colour BLUE = new Colour(30, 30, 200);

    @Test
    void callers_get_their_own_picture_and_sound_back_one_after_another() throws Exception {
        try (TestServer running = TestServer.start()) {
            DevServer server = new DevServer(running.origin());
            EchoRobot robot = new EchoRobot(server.account("echo"), Runnable::run);
            done(robot.start());

            assertEcho(server, "alice", RED, 440);
            assertEcho(server, "bob", BLUE, 880);
            done(robot.stop());
        }
    }

    private static void assertEcho(DevServer server, String name, Colour colour, double hertz) throws Exception {
        Person caller = new Person(server.account(name), colour, hertz);
        long begun = System.nanoTime();
        Call call = caller.calls("echo");
        until(name + " sees and hears what " + name + " sends", () -> caller.sees(colour) && caller.hears(hertz));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(1));
        done(call.hangUp());
        assertThat(call.state())
                .isInstanceOfSatisfying(
                        CallState.Ended.class, end -> assertThat(end.reason()).isEqualTo(EndReason.HANGUP));
        caller.leaves();
    }
}
