// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import static dev.duet.client.session.Driver.ALICE;
import static dev.duet.client.session.Driver.CALL;
import static dev.duet.client.session.Driver.greeting;
import static dev.duet.client.session.Driver.invitation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.Code;
import dev.duet.client.Notice;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result.Entered;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.RoomUser;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What contract/scenarios cannot show: rooms, and the machine's own words.
class ClientSessionTest {
    private static final RoomId ROOM = new RoomId.Named("r1");
    private static final RoomId OTHER = new RoomId.Numbered(7);
    private static final MediaFlags VOICE = new MediaFlags(true, false, false);

    private final Driver client = new Driver();

    private static ClientRequest enter(RoomId room) {
        return new ClientRequest.EnterRoom(room, Scene.VIDEO_CALL, "offer", VOICE, null, null);
    }

    private void enterRoom(RoomId room, RoomUser... users) {
        long asked = client.ask(enter(room));
        client.answer(new RequestId.Text("r" + asked), new Entered("answer", List.of(users), Duration.ZERO));
    }

    private static RoomInfo room(RoomId id, RoomUser... users) {
        return new RoomInfo(id, Scene.VIDEO_CALL, List.of(users));
    }

    private List<Notice> missedWith(@Nullable RoomInfo room, @Nullable RoomInfo held) {
        return Driver.notices(client.gap(greeting(room, held)));
    }

    private static Notice told(ServerEvent event) {
        return new Notice.Told(event);
    }

    @Test
    void it_asks_for_a_ticket_before_it_connects() {
        assertThat(client.signIn(true)).containsExactly(new SessionEffect.AskTicket());
        assertThat(client.feed(new SessionInput.Ticket("sig"))).containsExactly(new SessionEffect.Connect(1));
    }

    @Test
    void a_ticket_that_never_comes_fails_the_login() {
        client.signIn(true);
        client.pass(Duration.ofSeconds(60));

        assertThat(client.machine.state()).isInstanceOf(SessionState.SignedOut.class);
        assertThat(client.all).anyMatch(SessionEffect.SignedIn.class::isInstance);
    }

    @Test
    void word_of_an_old_socket_is_not_listened_to() {
        client.goOnline();
        client.gap(greeting());

        assertThat(client.feed(new SessionInput.SocketLost(1, 0))).isEmpty();
        assertThat(client.feed(new SessionInput.FrameArrived(1, "{}"))).isEmpty();
        assertThat(client.machine.state()).isInstanceOf(SessionState.Online.class);
    }

    @Test
    void a_request_that_must_not_be_repeated_fails_with_its_socket() {
        client.goOnline();
        long asked = client.ask(new ClientRequest.SendCustomCmd(1, "aGk=", true, true));
        client.feed(new SessionInput.SocketLost(client.socket(), 0));

        assertThat(client.code(asked)).isEqualTo(Code.DISCONNECTED);
    }

    @Test
    void leaving_a_room_one_is_not_in_has_succeeded() {
        client.goOnline();
        long asked = client.ask(new ClientRequest.ExitRoom(null));
        client.hear("{\"jsonrpc\":\"2.0\",\"id\":\"r1\",\"error\":{\"code\":-102005,\"message\":\"No.\"}}");

        assertThat(client.code(asked)).isEqualTo(Code.OK);
    }

    @Test
    void who_came_left_and_changed_in_the_room_meanwhile_is_told() {
        UserId carol = new UserId("carol");
        client.goOnline();
        enterRoom(ROOM, new RoomUser(ALICE, MediaFlags.NONE));

        assertThat(missedWith(room(ROOM, new RoomUser(carol, VOICE)), null))
                .containsExactly(
                        told(new ServerEvent.UserLeft(ALICE, ServerEvent.LeaveReason.LEFT)),
                        told(new ServerEvent.UserEntered(carol)),
                        told(new ServerEvent.MediaChanged(carol, VOICE)));
    }

    @Test
    void nothing_is_told_of_a_room_that_is_as_it_was() {
        client.goOnline();
        enterRoom(ROOM);
        client.tell(new ServerEvent.UserEntered(ALICE));
        client.tell(new ServerEvent.MediaChanged(ALICE, VOICE));

        assertThat(missedWith(room(ROOM, new RoomUser(ALICE, VOICE)), null)).isEmpty();
    }

    @Test
    void a_room_that_the_server_has_lost_is_told_once() {
        client.goOnline();
        enterRoom(ROOM);

        assertThat(missedWith(null, null)).containsExactly(new Notice.RoomLost(ROOM));
        assertThat(missedWith(null, null)).isEmpty();
    }

    @Test
    void what_happened_in_the_room_on_hold_is_told_with_its_name() {
        client.goOnline();
        enterRoom(OTHER, new RoomUser(ALICE, VOICE));
        client.done(client.ask(new ClientRequest.HoldRoom()));
        enterRoom(ROOM);

        assertThat(missedWith(room(ROOM), room(OTHER)))
                .containsExactly(told(new ServerEvent.InHeldRoom(
                        OTHER, new ServerEvent.UserLeft(ALICE, ServerEvent.LeaveReason.LEFT))));
    }

    @Test
    void two_rooms_change_places() {
        client.goOnline();
        enterRoom(OTHER);
        client.done(client.ask(new ClientRequest.HoldRoom()));
        enterRoom(ROOM);
        enterRoom(OTHER);

        assertThat(missedWith(room(OTHER), room(ROOM))).isEmpty();
    }

    @Test
    void a_hold_whose_answer_was_lost_has_succeeded_when_the_server_says_so() {
        client.goOnline();
        enterRoom(ROOM);
        long asked = client.ask(new ClientRequest.HoldRoom());

        assertThat(missedWith(null, room(ROOM))).isEmpty();
        assertThat(client.code(asked)).isEqualTo(Code.OK);
    }

    @Test
    void a_warm_device_hears_that_it_was_taken_into_the_room() {
        client.goOnline();
        client.tell(new ServerEvent.NewInvitation(invitation(null)));
        long asked = client.ask(new ClientRequest.WarmUp(CALL, ROOM, Scene.VIDEO_CALL, "offer", VOICE, null, null));
        client.answer(new RequestId.Text("r" + asked), new dev.duet.frame.Result.Answered("answer"));

        assertThat(Driver.notices(client.gap(greeting(room(ROOM), null, invitation(null)))))
                .containsExactly(told(new ServerEvent.RoomEntered(ROOM, Scene.VIDEO_CALL, List.of(), Duration.ZERO)));
    }

    @Test
    void a_room_exited_is_told_once() {
        client.goOnline();
        enterRoom(ROOM);
        ServerEvent out = new ServerEvent.RoomExited(ServerEvent.ExitReason.KICKED);

        assertThat(Driver.events(client.tell(out))).containsExactly(out);
        assertThat(Driver.events(client.tell(out))).isEmpty();
    }

    @Test
    void a_request_waits_for_the_next_socket_with_its_own_id() {
        client.goOnline();
        client.feed(new SessionInput.SocketLost(client.socket(), 0));
        long asked = client.ask(new ClientRequest.Accept(CALL, ""));
        client.pass(Duration.ofSeconds(1));

        assertThat(Driver.sent(client.openAndLogIn(greeting()))).containsExactly(new ClientRequest.Accept(CALL, ""));
        client.done(asked);
        assertThat(client.code(asked)).isEqualTo(Code.OK);
    }

    @Test
    void an_invitation_is_forgotten_ten_minutes_after_its_end() {
        client.goOnline();
        client.tell(new ServerEvent.NewInvitation(invitation(null)));
        client.tell(new ServerEvent.InvitationCancelled(CALL, ALICE, ""));
        assertThat(client.machine.knows(CALL)).isTrue();
        client.time.advance(Duration.ofMinutes(11));
        client.tell(new ServerEvent.InvitationTimeout(new InviteId("i2"), List.of(Driver.BOB)));

        assertThat(client.machine.knows(CALL)).isFalse();
    }

    @Test
    void ringing_names_what_has_not_ended() {
        client.goOnline();
        client.tell(new ServerEvent.NewInvitation(invitation(null)));
        assertThat(client.machine.ringing()).containsExactly(CALL);
        client.tell(new ServerEvent.InviteeAccepted(CALL, Driver.BOB, "", new DeviceId("d2")));

        assertThat(client.machine.ringing()).isEmpty();
    }

    @Test
    void signing_out_fails_what_waits_and_parts_from_the_server() {
        client.goOnline();
        long asked = client.ask(new ClientRequest.Accept(CALL, ""));
        List<SessionEffect> effects = client.feed(new SessionInput.SignOut());

        assertThat(effects.getFirst()).isInstanceOf(SessionEffect.Part.class);
        assertThat(client.code(asked)).isEqualTo(Code.NOT_LOGGED_IN);
        assertThat(client.machine.wakeAt()).isEmpty();
    }

    @Test
    void the_wait_between_attempts_doubles_up_to_fifteen_seconds() {
        assertThat(Backoff.before(0, 0)).isEqualTo(Duration.ofMillis(250));
        assertThat(Backoff.before(1, 0.5)).isEqualTo(Duration.ofMillis(750));
        assertThat(Backoff.before(1000, 0)).isEqualTo(Duration.ofMillis(7500));
    }
}
