// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import static dev.duet.client.call.Person.ending;
import static dev.duet.client.stay.Landing.letBe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.client.Result;
import dev.duet.client.call.own.Sources;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.Connection;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.media.MediaException;
import dev.duet.client.scenario.PlayedWorld;
import dev.duet.client.socket.Handset;
import dev.duet.frame.ServerEvent.KickReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// A client over the real session, whose server is the test.
class HandsetSessionTest {
    private static final Path FRAMES = Path.of("../contract/frames");

    private final PlayedWorld world = new PlayedWorld();
    private final Handset handset = new Handset(world::run, "d1", world);
    private final DuetClient client = client();
    private final List<Connection> connections = new ArrayList<>();
    private final List<Call> incoming = new ArrayList<>();
    private final List<KickReason> kicks = new ArrayList<>();

    private DuetClient client() {
        Account bob = Account.of("https://duet.test", 1, "bob", () -> CompletableFuture.completedFuture("ticket"));
        return new DuetClient(
                handset, bob, new ClientOptions(HandsetSessionTest::noEngine, world::run, Sources.NONE, false));
    }

    private static MediaEngine noEngine() {
        throw new MediaException(MediaException.Reason.NO_ENGINE, "There is no engine in this test.");
    }

    private CompletableFuture<Result<Void>> login() {
        client.on(new ClientListener() {
            @Override
            public void connection(Connection now) {
                connections.add(now);
            }

            @Override
            public void incoming(Call call) {
                incoming.add(call);
            }

            @Override
            public void kicked(KickReason reason) {
                kicks.add(reason);
            }
        });
        CompletableFuture<Result<Void>> answer = client.login();
        world.settle();
        return answer;
    }

    private void online() {
        world.opened();
        world.settle();
        assertThat(world.sent.removeLast()).contains("\"login\"").contains("\"ticket\"");
        hears(frame("login.result.json").replace("\"id\": 1,", "\"id\": \"login" + logins() + "\","));
    }

    private long logins() {
        return world.sockets.stream().filter("opens"::equals).count();
    }

    private void hears(String text) {
        world.hears(text);
        world.settle();
    }

    /// The server says yes to the last request.
    private void answered(String method) {
        String request = world.sent.removeLast();
        assertThat(request).contains('"' + method + '"');
        String id = request.replaceFirst(".*\"id\":\"(\\w+)\".*", "$1");
        hears("{\"jsonrpc\":\"2.0\",\"id\":\"" + id + "\",\"result\":{}}");
    }

    private static String frame(String name) {
        try {
            return Files.readString(FRAMES.resolve(name));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    @Test
    void aClientSignsInAndIsRungByWhatTheServerSays() {
        CompletableFuture<Result<Void>> answer = login();
        assertThat(client.connection()).isEqualTo(Connection.CONNECTING);
        online();
        assertThat(answer.resultNow().isOk()).isTrue();
        hears(frame("newInvitation.event.json"));
        assertThat(incoming).singleElement().satisfies(call -> {
            assertThat(call.peer()).isEqualTo("alice");
            assertThat(call.media()).isEqualTo(CallMedia.VIDEO);
            assertThat(call.state()).isEqualTo(new CallState.Ringing(true));
        });
        assertThat(connections).containsExactly(Connection.CONNECTING, Connection.ONLINE);
    }

    @Test
    void aCallStopsRingingByTheClockOfTheServerHoweverWrongTheOwnOneIs() {
        letBe(login());
        online();
        hears(frame("newInvitation.event.json"));
        world.pass(Duration.ofSeconds(39));
        assertThat(incoming.getFirst().state()).isEqualTo(new CallState.Ringing(true));
        world.pass(Duration.ofSeconds(2));
        assertThat(ending(incoming.getFirst())).isEqualTo("NO_RESPONSE by LOCAL");
    }

    @Test
    void decliningTellsTheServerWhy() {
        letBe(login());
        online();
        hears(frame("newInvitation.event.json"));
        Call call = incoming.getFirst();
        letBe(call.hangUp());
        world.settle();
        assertThat(ending(call)).isEqualTo("REJECT by LOCAL");
        assertThat(world.sent.getLast()).contains("\"reject\"").contains("active");
    }

    @Test
    void aGapIsToldAndTheCallRingsOn() {
        letBe(login());
        online();
        hears(frame("newInvitation.event.json"));
        world.closed(0);
        world.settle();
        assertThat(client.connection()).isEqualTo(Connection.RECONNECTING);
        world.pass(Duration.ofSeconds(1));
        assertThat(incoming.getFirst().state()).isEqualTo(new CallState.Ringing(true));
    }

    @Test
    void beingKickedEndsEveryCall() {
        letBe(login());
        online();
        hears(frame("newInvitation.event.json"));
        hears(frame("kickedOffline.event.json"));
        assertThat(ending(incoming.getFirst())).isEqualTo("END_BY_SERVER by SERVER");
        assertThat(kicks).containsExactly(KickReason.MULTIPLE_DEVICE);
        assertThat(client.connection()).isEqualTo(Connection.KICKED);
    }

    @Test
    void aRefusedLoginIsAValueAndTheClientIsOffline() {
        CompletableFuture<Result<Void>> answer = login();
        world.opened();
        world.settle();
        hears("{\"jsonrpc\":\"2.0\",\"id\":\"login1\",\"error\":{\"code\":70009,\"message\":\"No.\"}}");
        assertThat(answer.resultNow()).isEqualTo(Result.refused(70009, "No."));
        assertThat(client.connection()).isEqualTo(Connection.OFFLINE);
    }

    @Test
    void aLogoutEndsWhatRingsAndTheClientMayLogInAgain() {
        letBe(login());
        online();
        hears(frame("newInvitation.event.json"));
        letBe(client.logout());
        world.settle();
        assertThat(ending(incoming.getFirst())).isEqualTo("REJECT by LOCAL");
        assertThat(client.connection()).isEqualTo(Connection.ONLINE);
        answered("reject");
        assertThat(client.connection()).isEqualTo(Connection.OFFLINE);
        letBe(client.login());
        world.settle();
        assertThat(client.connection()).isEqualTo(Connection.CONNECTING);
    }

    @Test
    void withoutALoginACallEndsAtOnceAndALogoutSaysSo() {
        Call call = client.call("alice", CallMedia.AUDIO);
        CompletableFuture<Result<Void>> out = client.logout();
        world.settle();
        assertThat(ending(call)).isEqualTo("CONNECTION_LOST by LOCAL");
        assertThat(out.resultNow().code()).isEqualTo(6014);
    }

    @Test
    void anAccountThatCannotBeIsABugOfTheApp() {
        assertThatThrownBy(() -> Account.of("duet.test", 1, "bob", CompletableFuture::new))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Account.of("https://duet.test", 1, "b b", CompletableFuture::new))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
