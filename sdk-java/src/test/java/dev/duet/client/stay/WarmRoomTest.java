// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.Result;
import dev.duet.client.world.World;
import dev.duet.frame.ClientRequest.EnterRoom;
import dev.duet.frame.ClientRequest.ExitRoom;
import dev.duet.frame.ClientRequest.SetMedia;
import dev.duet.frame.ClientRequest.SetReceive;
import dev.duet.frame.ClientRequest.WarmUp;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.RoomUser;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Stays that begin while it rings.
final class WarmRoomTest {
    private static final RoomId R = new RoomId.Named("r");
    private static final InviteId CALL = new InviteId("call");

    private final World world = new World();
    private final Guest alice = new Guest(world, "alice");
    private final Guest bob = new Guest(world, "bob");
    private final Room first = alice.room("r");
    private final Room second = bob.room("r", RoomOptions::withholding);

    @BeforeEach
    void bob_has_a_microphone() {
        bob.openMicrophone();
    }

    private int soon(CompletableFuture<? extends Result<?>> answer) {
        return world.soon(answer).code();
    }

    private void warm() {
        assertThat(soon(first.warmUp(CALL))).isZero();
        assertThat(soon(second.warmUp(CALL))).isZero();
    }

    @Test
    void one_is_in_the_room_by_the_acceptance_alone_on_the_connection_there_is() {
        warm();
        assertThat(alice.log).isEmpty();
        assertThat(bob.log).isEmpty();
        world.server.accept(CALL);
        world.settle();
        assertThat(world.server.asked(EnterRoom.class)).isEmpty();
        assertThat(world.connections).hasSize(2);
        assertThat(alice.log).containsExactly("entered", "connected", "bob entered", "bob sends true false");
        assertThat(bob.log).containsExactly("entered", "alice entered", "connected");
    }

    @Test
    void what_is_withheld_is_sent_from_the_agreement_on() {
        warm();
        assertThat(world.connections.get(1).audio).isNull();
        second.agree();
        assertThat(world.connections.get(1).audio).isNotNull();
    }

    @Test
    void what_is_withheld_is_sent_once_taken_in() {
        warm();
        world.server.accept(CALL);
        world.settle();
        assertThat(world.connections.get(1).audio).isNotNull();
    }

    @Test
    void the_lobby_is_told_what_is_sent_and_wanted() {
        warm();
        ReceiveWish wish = new ReceiveWish(true, ReceiveWish.Video.SMALL, false);
        first.setReceive(wish);
        alice.openCamera();
        world.settle();
        assertThat(world.server.asked(SetReceive.class)).containsExactly(new SetReceive(wish));
        assertThat(world.server.asked(SetMedia.class))
                .containsExactly(new SetMedia(new MediaFlags(false, true, false)));
    }

    @Test
    void who_enters_as_usual_is_answered_before_or_after_being_taken_in() {
        warm();
        var early = first.enter();
        world.server.accept(CALL);
        assertThat(soon(early)).isZero();
        assertThat(soon(second.enter())).isZero();
        assertThat(soon(second.enter())).isEqualTo(-3340);
    }

    @Test
    void one_that_is_refused_can_still_be_entered() {
        world.server.refusals.put(WarmUp.class, 8010);
        assertThat(soon(first.warmUp(CALL))).isEqualTo(8010);
        assertThat(world.connections.getFirst().isClosed()).isTrue();
        assertThat(soon(first.enter())).isZero();
        assertThat(alice.log).containsExactly("entered", "connected");
    }

    @Test
    void one_enters_by_itself_when_nobody_takes_it_in() {
        warm();
        var entering = first.enter();
        world.pass(4.9);
        assertThat(entering).isNotDone();
        world.pass(0.1);
        assertThat(soon(entering)).isZero();
        assertThat(alice.log).containsExactly("entered", "connected");
    }

    @Test
    void one_warms_up_again_on_another_socket() {
        warm();
        world.server.cut("alice");
        world.pass(1);
        assertThat(world.server.asked(WarmUp.class)).hasSize(3);
        world.server.accept(CALL);
        world.settle();
        assertThat(alice.log).contains("entered");
        assertThat(world.server.asked(EnterRoom.class)).isEmpty();
    }

    @Test
    void one_that_was_accepted_while_the_socket_was_gone_is_in_the_room_with_the_next_login() {
        warm();
        world.server.cut("alice");
        // As if the server had still known the lobby: it took alice in, and could not say so.
        world.server.place(R, new RoomUser(new UserId("alice"), MediaFlags.NONE));
        world.server.place(R, new RoomUser(new UserId("bob"), new MediaFlags(true, false, false)));
        world.pass(1);
        assertThat(alice.log).containsExactly("entered", "bob entered", "bob sends true false", "connected");
        assertThat(world.server.asked(WarmUp.class)).hasSize(2);
        assertThat(world.server.asked(ExitRoom.class)).isEmpty();
    }

    @Test
    void one_that_is_left_before_the_acceptance_never_enters() {
        warm();
        var entering = first.enter();
        assertThat(soon(first.exit())).isZero();
        assertThat(soon(entering)).isEqualTo(-3301);
        world.server.accept(CALL);
        world.settle();
        assertThat(alice.log).isEmpty();
        assertThat(world.server.asked(ExitRoom.class)).containsExactly(new ExitRoom(null));
    }

    @Test
    void one_whose_media_never_comes_up_is_entered_the_usual_way() {
        world.mediaDown = true;
        var warming = first.warmUp(CALL);
        world.pass(31);
        assertThat(soon(warming)).isZero();
        assertThat(alice.log).isEmpty();
        world.mediaDown = false;
        assertThat(soon(first.enter())).isZero();
    }

    @Test
    void one_whose_place_is_taken_enters_the_usual_way_and_hears_why_not() {
        warm();
        var entering = first.enter();
        world.server.refusals.put(EnterRoom.class, -102052);
        world.server.say("alice", new ServerEvent.RoomExited(ExitReason.KICKED));
        assertThat(soon(entering)).isEqualTo(-102052);
    }
}
