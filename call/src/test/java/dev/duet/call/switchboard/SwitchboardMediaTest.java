// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.room.LegReport;
import dev.duet.error.ErrorCode;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.RoomUser;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent;
import dev.duet.id.RoomId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is sent from the start, what is wanted, and how its jitter shows.
final class SwitchboardMediaTest {
    private static final RoomId R1 = new RoomId.Named("r1");
    private static final MediaFlags TALKS = new MediaFlags(true, true, false);

    private final Scenario scenario = new Scenario();
    private final Phone alice = scenario.phone("alice", "a1");
    private final Phone bob = scenario.phone("bob", "b1");

    @Test
    void who_enters_sending_is_announced_and_then_heard() {
        alice.enters("r1");

        bob.does(entry(TALKS));

        assertThat(alice.news())
                .containsExactly(
                        new ServerEvent.UserEntered(bob.user, null), new ServerEvent.MediaChanged(bob.user, TALKS));
    }

    @Test
    void who_enters_later_finds_what_is_sent() {
        alice.does(entry(TALKS));

        assertThat(bob.enters("r1").users()).containsExactly(new RoomUser(alice.user, TALKS));
    }

    @Test
    void who_enters_again_is_heard_to_change_and_no_more() {
        alice.enters("r1");
        bob.does(entry(TALKS));
        alice.news();
        bob.logIn();

        bob.does(entry(TALKS));
        assertThat(alice.news()).isEmpty();
        bob.logIn();
        bob.does(entry(new MediaFlags(true, false, false)));
        assertThat(alice.news())
                .containsExactly(new ServerEvent.MediaChanged(bob.user, new MediaFlags(true, false, false)));
    }

    @Test
    void who_shares_a_screen_first_keeps_it() {
        alice.does(entry(new MediaFlags(false, false, true)));

        bob.does(entry(new MediaFlags(true, false, true)));

        assertThat(alice.news()).contains(new ServerEvent.MediaChanged(bob.user, new MediaFlags(true, false, false)));
        alice.sends(false, false, false);
        bob.sends(true, false, true);
    }

    @Test
    void a_wish_is_handed_to_the_media_of_the_room() {
        ReceiveWish small = new ReceiveWish(true, ReceiveWish.Video.SMALL, true);
        assertThat(alice.refusedFor(new ClientRequest.SetReceive(small))).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
        alice.enters("r1");

        alice.does(new ClientRequest.SetReceive(small));

        assertThat(scenario.effects(Effect.Receive.class)).containsExactly(new Effect.Receive(R1, alice.user, small));
        alice.does(new ClientRequest.HoldRoom());
        assertThat(alice.refusedFor(new ClientRequest.SetReceive(small))).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
    }

    @Test
    void jitter_lowers_the_level_of_the_uplink_and_is_told() {
        alice.enters("r1");
        bob.enters("r1");
        scenario.handle(new Command.MediaConnected(R1, alice.user));
        scenario.handle(new Command.MediaConnected(R1, bob.user));
        alice.news();

        scenario.handle(new Command.Measured(
                R1,
                List.of(
                        new LegReport(bob.user, Duration.ofMillis(20), 0, 0, Duration.ofMillis(3)),
                        new LegReport(alice.user, Duration.ofMillis(20), 0, 0, Duration.ofMillis(120)))));

        assertThat(alice.news())
                .containsExactly(new ServerEvent.NetworkQuality(
                        new ServerEvent.LocalQuality(4, Duration.ofMillis(20), 0, Duration.ofMillis(120)),
                        List.of(new ServerEvent.RemoteQuality(bob.user, 1, 0))));
        assertThat(bob.news(ServerEvent.NetworkQuality.class))
                .flatExtracting(ServerEvent.NetworkQuality::remote)
                .containsExactly(new ServerEvent.RemoteQuality(alice.user, 4, 0));
    }

    private static ClientRequest entry(MediaFlags media) {
        return new ClientRequest.EnterRoom(R1, Scene.VIDEO_CALL, "offer", media, null, null);
    }
}
