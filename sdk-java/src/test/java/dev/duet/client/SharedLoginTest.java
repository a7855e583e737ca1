// SPDX-License-Identifier: Apache-2.0
package dev.duet.client;

import static dev.duet.client.stay.Landing.letBe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.call.Account;
import dev.duet.client.call.Call;
import dev.duet.client.call.ClientListener;
import dev.duet.client.call.ClientOptions;
import dev.duet.client.call.DuetClient;
import dev.duet.client.call.own.Sources;
import dev.duet.client.call.state.Connection;
import dev.duet.client.im.ImManager;
import dev.duet.client.im.SignalingListener;
import dev.duet.client.rtc.RtcCloud;
import dev.duet.client.rtc.desk.HandsetSessions;
import dev.duet.client.rtc.told.RtcCloudListener;
import dev.duet.client.rtc.type.RtcAppScene;
import dev.duet.client.rtc.type.RtcParams;
import dev.duet.client.scenario.PlayedWorld;
import dev.duet.client.socket.Handset;
import dev.duet.client.stay.MediaTools;
import dev.duet.client.world.FakeEngine;
import dev.duet.client.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// All who speak for a user on one handset share one login, whose server is the test.
class SharedLoginTest {
    private static final Path FRAMES = Path.of("../contract/frames");
    private static final String SERVER = "https://duet.test";

    private final PlayedWorld world = new PlayedWorld();
    private final Handset handset = new Handset(world::run, "d1", world);
    private final FakeEngine engine = new FakeEngine(new World());
    private final ImManager im = new ImManager(handset);
    private final DuetClient client = new DuetClient(
            handset,
            Account.of(SERVER, 1, "bob", () -> CompletableFuture.completedFuture("another ticket")),
            new ClientOptions(() -> engine, world::run, Sources.NONE, false));
    private final RtcCloud rtc =
            new RtcCloud(new HandsetSessions(handset, null), new MediaTools(() -> engine, world::run));

    private void loggedIn() {
        letBe(im.initSDK(1, SERVER, null));
        letBe(im.login("bob", "ticket"));
        world.settle();
        world.opened();
        world.settle();
        answer("login", frame("login.result.json"));
    }

    /// The server's answer to the last request, which must be this one.
    private void answer(String method, String text) {
        String request = world.sent.removeLast();
        assertThat(request).contains('"' + method + '"');
        String id = request.replaceFirst(".*?\"id\":\"(\\w+)\".*", "$1");
        world.hears(text.replace("\"id\": 1,", "\"id\": \"" + id + "\","));
        world.settle();
    }

    private static String frame(String name) {
        try {
            return Files.readString(FRAMES.resolve(name));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    private void enterRoom(String user) {
        rtc.enterRoom(new RtcParams(1, user, "a third ticket").withStrRoomId("r"), RtcAppScene.AUDIO_CALL);
        world.settle();
    }

    @Test
    void a_second_one_is_online_at_once_and_signs_in_nowhere() {
        loggedIn();
        CompletableFuture<Result<Void>> second = client.login();
        world.settle();
        assertThat(second.resultNow()).isEqualTo(Result.done());
        assertThat(client.connection()).isEqualTo(Connection.ONLINE);
        assertThat(world.sent).isEmpty();
        assertThat(world.sockets).containsExactly("opens");
    }

    @Test
    void a_room_that_names_no_server_is_entered_where_the_user_is() {
        loggedIn();
        enterRoom("bob");
        assertThat(world.sent).singleElement().asString().contains("\"enterRoom\"");
        assertThat(world.sockets).containsExactly("opens");
    }

    @Test
    void a_room_that_names_no_server_is_refused_to_who_is_nowhere() {
        loggedIn();
        List<Integer> entered = new ArrayList<>();
        rtc.registerListener(new RtcCloudListener() {
            @Override
            public void onEnterRoom(int result) {
                entered.add(result);
            }
        });
        enterRoom("carol");
        assertThat(entered).containsExactly(-3301);
        assertThat(world.sent).isEmpty();
        assertThat(world.sockets).containsExactly("opens");
    }

    @Test
    void all_of_them_hear_what_the_server_says() {
        List<String> told = new ArrayList<>();
        im.getSignalingManager().addSignalingListener(new SignalingListener() {
            @Override
            public void onReceiveNewInvitation(
                    String inviteID, String inviter, String groupID, List<String> inviteeList, String data) {
                told.add("signaling");
            }
        });
        client.on(new ClientListener() {
            @Override
            public void incoming(Call call) {
                told.add("call of " + call.peer());
            }
        });
        loggedIn();
        letBe(client.login());
        world.settle();
        world.hears(frame("newInvitation.event.json"));
        world.settle();
        assertThat(told).containsExactlyInAnyOrder("signaling", "call of alice");
    }

    @Test
    void only_the_last_to_go_signs_out() {
        loggedIn();
        letBe(client.login());
        enterRoom("bob");
        answer("enterRoom", "{\"jsonrpc\":\"2.0\",\"id\": 1,\"error\":{\"code\":-102052,\"message\":\"No.\"}}");
        letBe(im.logout());
        world.settle();
        assertThat(client.connection()).isEqualTo(Connection.ONLINE);
        letBe(client.logout());
        world.settle();
        assertThat(world.sent).isEmpty();
        rtc.exitRoom();
        world.settle();
        assertThat(world.sent).singleElement().asString().contains("\"logout\"");
    }

    @Test
    void another_network_is_looked_into_for_all_at_once() {
        loggedIn();
        letBe(client.login());
        world.settle();
        client.networkChanged();
        world.settle();
        assertThat(world.sent).singleElement().asString().contains("probe");
    }
}
