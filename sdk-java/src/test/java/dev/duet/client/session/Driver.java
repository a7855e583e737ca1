// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Device;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.Platform;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result.LoggedIn;
import dev.duet.frame.Result.Nothing;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.json.FrameReader;
import dev.duet.frame.json.FrameWriter;
import dev.duet.frame.json.Reading;
import dev.duet.id.AppId;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import dev.duet.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The session machine under manual time, with a server played by the test.
final class Driver {
    static final UserId BOB = new UserId("bob");
    static final UserId ALICE = new UserId("alice");
    static final InviteId CALL = new InviteId("i1");

    final ClientSession machine = new ClientSession();
    final ManualTime time = new ManualTime(Instant.ofEpochMilli(1_000_000));
    final List<SessionEffect> all = new ArrayList<>();
    private long token;
    private int socket;

    List<SessionEffect> feed(SessionInput input) {
        List<SessionEffect> effects = machine.handle(input, new Moment(time.instant(), 0));
        for (SessionEffect effect : effects) {
            if (effect instanceof SessionEffect.Connect(int number)) {
                socket = number;
            }
        }
        all.addAll(effects);
        return effects;
    }

    /// Lets time pass, waking the machine whenever it asked to be woken.
    List<SessionEffect> pass(Duration step) {
        Instant until = time.instant().plus(step);
        List<SessionEffect> seen = new ArrayList<>();
        for (Optional<Instant> at = due(until); at.isPresent(); at = due(until)) {
            if (at.get().isAfter(time.instant())) {
                time.advance(Duration.between(time.instant(), at.get()));
            }
            seen.addAll(feed(new SessionInput.Wake()));
        }
        time.advance(Duration.between(time.instant(), until));
        return seen;
    }

    private Optional<Instant> due(Instant until) {
        return machine.wakeAt().filter(at -> !at.isAfter(until));
    }

    int socket() {
        return socket;
    }

    List<SessionEffect> signIn(boolean renewable) {
        Identity identity = new Identity(new AppId(7), BOB, new Device(new DeviceId("d1"), Platform.JAVA, "desk"));
        return feed(new SessionInput.SignIn(identity, renewable));
    }

    List<SessionEffect> openAndLogIn(LoggedIn greeting) {
        feed(new SessionInput.SocketOpened(socket));
        return answer(new RequestId.Text("login" + socket), greeting);
    }

    void goOnline() {
        signIn(true);
        feed(new SessionInput.Ticket("sig"));
        openAndLogIn(greeting());
    }

    /// Cuts the socket, and logs in again on the next one.
    List<SessionEffect> gap(LoggedIn greeting) {
        feed(new SessionInput.SocketLost(socket, 0));
        pass(Duration.ofSeconds(1));
        return openAndLogIn(greeting);
    }

    long ask(ClientRequest request) {
        feed(new SessionInput.Ask(++token, request));
        return token;
    }

    List<SessionEffect> answer(RequestId id, dev.duet.frame.Result result) {
        return hear(FrameWriter.write(new Ack.Done(id, result)));
    }

    List<SessionEffect> done(long asked) {
        return answer(new RequestId.Text("r" + asked), new Nothing());
    }

    List<SessionEffect> tell(ServerEvent event) {
        return hear(FrameWriter.write(event));
    }

    List<SessionEffect> hear(String text) {
        return feed(new SessionInput.FrameArrived(socket, text));
    }

    @Nullable
    Result<dev.duet.frame.Result> settled(long asked) {
        Result<dev.duet.frame.Result> last = null;
        for (SessionEffect effect : all) {
            if (effect instanceof SessionEffect.Settle(long token, var result) && token == asked) {
                last = result;
            }
        }
        return last;
    }

    int code(long asked) {
        Result<dev.duet.frame.Result> result = settled(asked);
        if (result == null) {
            throw new AssertionError("not settled");
        }
        return result.code();
    }

    static List<Notice> notices(List<SessionEffect> effects) {
        return effects.stream()
                .filter(SessionEffect.Notify.class::isInstance)
                .map(effect -> ((SessionEffect.Notify) effect).notice())
                .toList();
    }

    static List<ServerEvent> events(List<SessionEffect> effects) {
        return notices(effects).stream()
                .filter(Notice.Told.class::isInstance)
                .map(notice -> ((Notice.Told) notice).event())
                .toList();
    }

    static List<ClientRequest> sent(List<SessionEffect> effects) {
        return effects.stream()
                .filter(SessionEffect.Send.class::isInstance)
                .map(effect -> ((SessionEffect.Send) effect).text())
                .map(text -> ((Reading.Understood<dev.duet.frame.Request>) FrameReader.request(text))
                        .frame()
                        .body())
                .toList();
    }

    static InvitationInfo invitation(InvitationInfo.@Nullable End end) {
        return new InvitationInfo(
                CALL,
                ALICE,
                List.of(BOB),
                "d",
                Duration.ofSeconds(30),
                Instant.ofEpochMilli(1_000),
                Instant.ofEpochMilli(31_000),
                false,
                end);
    }

    static LoggedIn greeting(InvitationInfo... pending) {
        return greeting(null, null, pending);
    }

    static LoggedIn greeting(@Nullable RoomInfo room, @Nullable RoomInfo held, InvitationInfo... pending) {
        return new LoggedIn(
                new LoginId("l1"),
                Instant.ofEpochMilli(5_000),
                Duration.ofSeconds(20),
                List.of(),
                List.of(pending),
                room,
                held);
    }
}
