// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import static dev.duet.client.media.webrtc.Caller.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.Result;
import dev.duet.client.call.Call;
import dev.duet.client.call.state.CallHold;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.call.state.EndSide;
import dev.duet.client.media.picture.Colour;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A call between two clients on a whole server and real media.
class TwoDuetClientsIT {
    private static final Colour RED = new Colour(200, 30, 30);
    private static final Colour BLUE = new Colour(30, 30, 200);

    @Test
    void a_call_is_answered_held_resumed_and_equally_long_on_both_sides(@TempDir Path folder) {
        try (CallServer server = CallServer.start(folder);
                CallPerson alice = new CallPerson(server, "alice", RED, 400);
                CallPerson bob = new CallPerson(server, "bob", BLUE, 1_000)) {
            assertThat(alice.client.login().join()).isEqualTo(Result.done());
            assertThat(bob.client.login().join()).isEqualTo(Result.done());

            Call call = alice.attend(alice.client.call("bob", CallMedia.VIDEO));
            until("it rings", () -> bob.ringing != null);
            Call incoming = bob.attend(Objects.requireNonNull(bob.ringing));
            assertThat(incoming.accept().join().code()).isZero();
            until("picture and tone both ways", () -> alice.perceives(BLUE, 1_000) && bob.perceives(RED, 400));

            assertThat(call.hold().join().code()).isZero();
            until("bob knows", () -> incoming.held() == CallHold.REMOTE);
            assertThat(call.held()).isEqualTo(CallHold.LOCAL);
            alice.forget();
            bob.forget();
            assertThat(call.resume().join().code()).isZero();
            until("picture and tone both ways again", () -> alice.perceives(BLUE, 1_000) && bob.perceives(RED, 400));
            assertThat(incoming.held()).isEqualTo(CallHold.NONE);

            assertThat(call.hangUp().join().code()).isZero();
            until("bob knows", () -> incoming.state() instanceof CallState.Ended);
            assertThat(call.talked()).isPositive().isLessThan(Duration.ofMinutes(1));
            assertThat(incoming.talked()).isEqualTo(call.talked());
            assertThat(end(call)).isEqualTo(EndReason.HANGUP + " by " + EndSide.LOCAL);
            assertThat(end(incoming)).isEqualTo(EndReason.HANGUP + " by " + EndSide.REMOTE);
        }
    }

    private static String end(Call call) {
        CallState.Ended end = (CallState.Ended) call.state();
        return end.reason() + " by " + end.side();
    }
}
