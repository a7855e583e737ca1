// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.invitation.PushNote;
import dev.duet.call.ledger.CallEvent;
import dev.duet.call.ledger.CallRecord;
import dev.duet.call.ledger.EndReason;
import dev.duet.call.ledger.Ledger;
import dev.duet.call.room.LegReport;
import dev.duet.call.switchboard.AppPolicy;
import dev.duet.call.switchboard.Command;
import dev.duet.call.switchboard.Effect.CloseReason;
import dev.duet.call.switchboard.MediaAnswer;
import dev.duet.error.ErrorCode;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ClientRequest.SetPushToken;
import dev.duet.frame.Device;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Platform;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent;
import dev.duet.id.AppId;
import dev.duet.id.DeviceId;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.server.media.QualityReport;
import dev.duet.server.media.RoomKey;
import dev.duet.server.watch.Gauges;
import dev.duet.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final AppId APP = new AppId(1400000001);
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final RoomId ROOM = new RoomId.Named("den");

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-23T08:00:00Z"));
    private final Gauges gauges = new Gauges();
    private final Studio studio = new Studio();
    private final Beeper phones = new Beeper();
    private final BlockingQueue<CallEvent> journal = new LinkedBlockingQueue<>();
    private final Exchange exchange =
            new Exchange(AppPolicy.DEFAULT, 1000, new Outside(time, phones, this::note), new Random(1), gauges);
    private final Handset alice = new Handset("alice-login");
    private final Handset bob = new Handset("bob-login");

    @BeforeEach
    void open() {
        exchange.open(List.of(APP), studio);
        logIn(alice, ALICE);
        logIn(bob, BOB);
    }

    @AfterEach
    void close() {
        exchange.close();
        gauges.close();
    }

    /// A device that keeps what it is given.
    private static final class Handset implements DeviceLine {
        private final LoginId login;
        private final BlockingQueue<Object> given = new LinkedBlockingQueue<>();
        private int lastId;

        Handset(String login) {
            this.login = new LoginId(login);
        }

        @Override
        public void answer(Ack ack) {
            given.add(ack);
        }

        @Override
        public void tell(ServerEvent event) {
            given.add(event);
        }

        @Override
        public void close(CloseReason why) {
            given.add(why);
        }

        <T> T next(Class<T> type) {
            try {
                Object next = given.poll(10, TimeUnit.SECONDS);
                assertThat(next).isInstanceOf(type);
                return type.cast(next);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        <T extends Result> T done(Class<T> type) {
            return type.cast(next(Ack.Done.class).result());
        }
    }

    /// Media that answers when the test says so.
    private static final class Studio implements RoomMedia {
        private final BlockingQueue<CompletableFuture<MediaAnswer>> offers = new LinkedBlockingQueue<>();
        private final BlockingQueue<UserId> left = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> orders = new LinkedBlockingQueue<>();

        @Override
        public CompletableFuture<MediaAnswer> enter(AppId app, RoomId room, UserId user, String sdpOffer) {
            CompletableFuture<MediaAnswer> answer = new CompletableFuture<>();
            offers.add(answer);
            return answer;
        }

        @Override
        public CompletableFuture<MediaAnswer> restartIce(AppId app, RoomId room, UserId user, String sdpOffer) {
            return enter(app, room, user, sdpOffer);
        }

        @Override
        public void leave(AppId app, RoomId room, UserId user) {
            left.add(user);
        }

        @Override
        public void receive(AppId app, RoomId room, UserId user, ReceiveWish wish) {
            orders.add("receive " + room + ' ' + user + ' ' + wish.video());
        }

        @Override
        public CompletableFuture<MediaAnswer> warmUp(AppId app, LoginId login, UserId user, String sdpOffer) {
            orders.add("warm up " + login);
            return CompletableFuture.completedFuture(new MediaAnswer.Answered("warm"));
        }

        @Override
        public void adoptWarm(AppId app, LoginId login, RoomId room, UserId user) {
            orders.add("adopt " + login + ' ' + room + ' ' + user);
        }

        @Override
        public CompletableFuture<MediaAnswer> openMirror(AppId app, LoginId login, UserId user, String sdpOffer) {
            orders.add("mirror " + login);
            return CompletableFuture.completedFuture(new MediaAnswer.Answered("mirrored"));
        }

        @Override
        public CompletableFuture<MediaAnswer> restartSoloIce(AppId app, LoginId login, UserId user, String sdpOffer) {
            orders.add("restart " + login);
            return CompletableFuture.completedFuture(new MediaAnswer.Answered("restarted"));
        }

        @Override
        public void receiveSolo(AppId app, LoginId login, ReceiveWish wish) {
            orders.add("receive " + login + ' ' + wish.video());
        }

        @Override
        public void closeSolo(AppId app, LoginId login) {
            orders.add("close " + login);
        }

        String order() throws InterruptedException {
            return Objects.requireNonNull(orders.poll(10, TimeUnit.SECONDS), "no order within 10 s");
        }

        CompletableFuture<MediaAnswer> offer() throws InterruptedException {
            CompletableFuture<MediaAnswer> offer = offers.poll(10, TimeUnit.SECONDS);
            assertThat(offer).isNotNull();
            return offer;
        }
    }

    /// A way to sleeping devices that notes what it is asked for, and reaches one whose token it knows at once.
    private static final class Beeper implements PushLine {
        private final Set<UserId> reached = ConcurrentHashMap.newKeySet();
        private final BlockingQueue<String> orders = new LinkedBlockingQueue<>();

        @Override
        public void push(AppId app, PushNote note, Consumer<Command.Pushed> told) {
            orders.add("push " + note.invitee());
            if (reached.contains(note.invitee())) {
                told.accept(new Command.Pushed(note.inviteId(), new DeviceId("watch"), "shown"));
            }
        }

        @Override
        public void withdraw(AppId app, InviteId invitation, UserId invitee) {
            orders.add("withdraw " + invitee);
        }

        @Override
        public void keepToken(AppId app, DeviceKey device, SetPushToken token) {
            reached.add(device.user());
            orders.add("token of " + device.user() + ' ' + token.vendor());
        }

        List<String> next(int count) throws InterruptedException {
            List<String> next = new ArrayList<>();
            while (next.size() < count) {
                next.add(Objects.requireNonNull(orders.poll(10, TimeUnit.SECONDS), "no order within 10 s"));
            }
            return next;
        }
    }

    private void note(AppId app, CallEvent event) {
        assertThat(app).isEqualTo(APP);
        journal.add(event);
    }

    private void logIn(Handset handset, UserId user) {
        Device device = new Device(new DeviceId(user + "-tab"), Platform.WEB, "test");
        Command.LogIn command = new Command.LogIn(
                handset.login, new RequestId.Numeric(0), user, device, Duration.ofSeconds(20), List.of());
        assertThat(exchange.logIn(APP, command, handset)).isTrue();
        handset.done(Result.LoggedIn.class);
    }

    private void ask(Handset handset, ClientRequest body) {
        Request request = new Request(new RequestId.Numeric(++handset.lastId), body);
        assertThat(exchange.ask(APP, new Command.Ask(handset.login, request))).isTrue();
    }

    private void enter(Handset handset, MediaAnswer answer) throws InterruptedException {
        ask(handset, new ClientRequest.EnterRoom(ROOM, Scene.VIDEO_CALL, "offer", MediaFlags.NONE, null, null));
        studio.offer().complete(answer);
    }

    private void warmUp(Handset handset, InviteId id) {
        ask(handset, new ClientRequest.WarmUp(id, ROOM, Scene.VIDEO_CALL, "offer", MediaFlags.NONE, null, null));
        assertThat(handset.done(Result.Answered.class).sdp()).isEqualTo("warm");
    }

    private static ClientRequest.Invite invite() {
        return new ClientRequest.Invite(BOB, "hello", Duration.ofSeconds(30), false, null, null);
    }

    @Test
    void an_answer_comes_before_what_follows_from_the_request() {
        ask(alice, invite());

        alice.done(Result.Invited.class);
        alice.next(ServerEvent.InvitationDelivered.class);
        bob.next(ServerEvent.NewInvitation.class);
    }

    @Test
    void the_deadline_wakes_the_switchboard() {
        ask(alice, invite());
        alice.done(Result.Invited.class);
        alice.next(ServerEvent.InvitationDelivered.class);

        time.advance(Duration.ofSeconds(30));
        exchange.nudge();

        alice.next(ServerEvent.InvitationTimeout.class);
    }

    @Test
    void an_entry_is_answered_once_the_media_has_answered() throws InterruptedException {
        enter(alice, new MediaAnswer.Answered("answer"));
        assertThat(alice.done(Result.Entered.class).sdp()).isEqualTo("answer");
    }

    @Test
    void media_that_refuses_or_fails_refuses_the_entry() throws InterruptedException {
        enter(alice, new MediaAnswer.Refused("No audio."));
        assertThat(alice.next(Ack.Refused.class).refusal().message()).isEqualTo("No audio.");

        ask(alice, new ClientRequest.EnterRoom(ROOM, Scene.VIDEO_CALL, "offer", MediaFlags.NONE, null, null));
        studio.offer().completeExceptionally(new IllegalStateException("a bug planted by this test"));
        assertThat(alice.next(Ack.Refused.class).refusal().code()).isEqualTo(ErrorCode.ROOM_SDP_REFUSED);
    }

    @Test
    void leaving_a_room_ends_its_media() throws InterruptedException {
        enter(alice, new MediaAnswer.Answered("answer"));
        alice.done(Result.Entered.class);

        ask(alice, new ClientRequest.ExitRoom(null));

        assertThat(studio.left.poll(10, TimeUnit.SECONDS)).isEqualTo(ALICE);
    }

    @Test
    void a_warm_device_is_taken_into_the_room_on_the_media_it_has() throws InterruptedException {
        ask(alice, invite());
        InviteId id = alice.done(Result.Invited.class).inviteId();
        alice.next(ServerEvent.InvitationDelivered.class);
        bob.next(ServerEvent.NewInvitation.class);
        warmUp(alice, id);
        ask(alice, new ClientRequest.SetReceive(new ReceiveWish(true, ReceiveWish.Video.SMALL, true)));
        alice.done(Result.Nothing.class);
        ask(alice, new ClientRequest.RestartIce("again"));
        assertThat(alice.done(Result.Answered.class).sdp()).isEqualTo("restarted");

        ask(bob, new ClientRequest.Accept(id, ""));
        bob.done(Result.Nothing.class);

        alice.next(ServerEvent.InviteeAccepted.class);
        assertThat(alice.next(ServerEvent.RoomEntered.class).roomId()).isEqualTo(ROOM);
        assertThat(List.of(studio.order(), studio.order(), studio.order(), studio.order()))
                .containsExactly(
                        "warm up alice-login",
                        "receive alice-login SMALL",
                        "restart alice-login",
                        "adopt alice-login " + ROOM + " alice");
        ask(alice, new ClientRequest.SetReceive(ReceiveWish.ALL));
        assertThat(studio.order()).isEqualTo("receive " + ROOM + " alice BIG");
    }

    @Test
    void a_speed_test_is_mirrored_until_it_is_stopped() throws InterruptedException {
        ask(alice, new ClientRequest.StartSpeedTest("offer"));
        assertThat(alice.done(Result.Answered.class).sdp()).isEqualTo("mirrored");
        ask(alice, new ClientRequest.StopSpeedTest());

        assertThat(List.of(studio.order(), studio.order())).containsExactly("mirror alice-login", "close alice-login");
    }

    @Test
    void sleeping_devices_are_woken_and_the_inviter_is_told_until_the_invitation_ends() throws InterruptedException {
        ask(bob, new ClientRequest.SetPushToken("fcm", "secret", "1"));
        bob.done(Result.Nothing.class);
        ask(alice, invite());
        InviteId id = alice.done(Result.Invited.class).inviteId();
        assertThat(alice.next(ServerEvent.InvitationDelivered.class).via()).isEqualTo(ServerEvent.Via.SOCKET);

        assertThat(alice.next(ServerEvent.InvitationDelivered.class).via()).isEqualTo(ServerEvent.Via.PUSH);
        ask(alice, new ClientRequest.Cancel(id, ""));

        assertThat(phones.next(3)).containsExactly("token of bob fcm", "push bob", "withdraw bob");
    }

    @Test
    void what_happens_to_a_call_is_noted_in_its_order() throws InterruptedException {
        ask(alice, invite());
        ask(alice, new ClientRequest.Cancel(alice.done(Result.Invited.class).inviteId(), ""));

        Ledger ledger = new Ledger();
        Optional<CallRecord> record = Optional.empty();
        while (record.isEmpty()) {
            record = ledger.note(Objects.requireNonNull(journal.poll(10, TimeUnit.SECONDS), "no event within 10 s"));
        }
        assertThat(record.get().reason()).isEqualTo(EndReason.CANCELED);
    }

    @Test
    void a_device_without_a_socket_is_told_nothing() {
        exchange.lost(APP, bob.login);
        ask(alice, invite());
        alice.done(Result.Invited.class);

        assertThat(bob.given).isEmpty();
    }

    @Test
    void a_logout_is_answered_before_the_line_is_closed() {
        ask(alice, new ClientRequest.Logout());
        alice.done(Result.Nothing.class);
        assertThat(alice.next(CloseReason.class)).isEqualTo(CloseReason.LOGGED_OUT);
    }

    @Test
    void an_app_that_is_not_served_is_refused() {
        Request request = new Request(new RequestId.Numeric(1), new ClientRequest.ExitRoom(null));
        assertThat(exchange.ask(new AppId(2), new Command.Ask(alice.login, request)))
                .isFalse();
    }

    @Test
    void what_the_media_measured_is_told_in_percent() {
        List<Command> told = new ArrayList<>();
        MediaNews news = new MediaNews(Duration.ofSeconds(15), time, (app, command) -> told.add(command));

        news.quality(
                new RoomKey(APP, ROOM),
                ALICE,
                new QualityReport(0.01, 0.02, Duration.ofMillis(30), Duration.ofMillis(7)));

        LegReport leg = new LegReport(ALICE, Duration.ofMillis(30), 1, 2, Duration.ofMillis(7));
        assertThat(told).containsExactly(new Command.Measured(ROOM, List.of(leg)));
    }

    @Test
    void lost_media_was_heard_last_when_its_silence_began() {
        List<Command> told = new ArrayList<>();
        MediaNews news = new MediaNews(Duration.ofSeconds(15), time, (app, command) -> told.add(command));

        news.lost(new RoomKey(APP, ROOM), ALICE, "test");

        assertThat(told)
                .containsExactly(
                        new Command.MediaLost(ROOM, ALICE, time.instant().minusSeconds(15)));
    }
}
