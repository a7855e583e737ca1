// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import static dev.duet.client.call.Person.ending;
import static dev.duet.client.call.Person.kind;
import static dev.duet.client.call.Person.watch;
import static dev.duet.client.stay.Landing.letBe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallState;
import dev.duet.client.media.ConnectionState;
import dev.duet.client.world.FakeConnection;
import dev.duet.client.world.World;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmCallTest {
    private static final int FAULT = 70500;
    private static final MediaFlags BOTH = new MediaFlags(true, true, false);

    private final Exchange exchange = new Exchange();
    private final World world = exchange.world;
    private final Person alice = exchange.person("alice");
    private final Person bob = exchange.person("bob");

    private Call ringing() {
        Call call = alice.client.call("bob", CallMedia.VIDEO);
        world.settle();
        return call;
    }

    private Call incoming() {
        return bob.incoming.getLast();
    }

    private void accept(Call call) {
        letBe(call.accept());
        world.settle();
    }

    private int asked(Class<? extends ClientRequest> kind) {
        return world.server.asked(kind).size();
    }

    private static List<String> kinds(Call... calls) {
        return Stream.of(calls).map(call -> kind(call.state())).toList();
    }

    @Nested
    class WhileItRings {
        @Test
        void bothSidesConnectAndNobodyIsInARoomYet() {
            Call call = ringing();
            assertThat(asked(ClientRequest.WarmUp.class)).isEqualTo(2);
            assertThat(world.server.isEmpty()).isTrue();
            assertThat(world.connections)
                    .extracting(FakeConnection::state)
                    .containsExactly(ConnectionState.CONNECTED, ConnectionState.CONNECTED);
            assertThat(kinds(call, incoming())).containsExactly("Ringing", "Ringing");
        }

        @Test
        void theCalledSideSendsNothingHoweverOpenItsDevicesAre() {
            ringing();
            assertThat(bob.live()).isEqualTo("mic cam");
            assertThat(world.connections).extracting(Person::sending).containsExactlyInAnyOrder("audio [CAMERA]", "[]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"reject", "cancel", "time"})
        void anEndClosesBothConnectionsAndEveryDevice(String how) {
            Call call = ringing();
            switch (how) {
                case "reject" -> letBe(incoming().reject());
                case "cancel" -> letBe(call.cancel());
                default -> world.pass(30.0);
            }
            world.settle();
            assertThat(kinds(call, incoming())).containsExactly("Ended", "Ended");
            assertThat(world.connections).hasSize(2).allMatch(FakeConnection::isClosed);
            assertThat(alice.live() + bob.live()).isEmpty();
            assertThat(asked(ClientRequest.ExitRoom.class)).isEqualTo(2);
        }
    }

    @Nested
    class Answering {
        @Test
        void costsOneMessageAndSoundFlowsAtOnceOnTheConnectionsThereAre() {
            Call call = ringing();
            int before = world.server.asked.size();
            exchange.log.clear();
            accept(incoming());
            assertThat(exchange.log).containsExactly("bob Accept");
            assertThat(world.server.asked).hasSize(before);
            assertThat(kinds(call, incoming())).containsExactly("Talking", "Talking");
            assertThat(world.connections)
                    .extracting(Person::sending)
                    .containsExactly("audio [CAMERA]", "audio [CAMERA]");
            assertThat(List.of(call.remote(), incoming().remote())).containsExactly(BOTH, BOTH);
        }

        @Test
        void sendsAtOnceBeforeTheServerHasSaidYes() {
            ringing();
            world.server.refusals.put(ClientRequest.Accept.class, 8010);
            accept(incoming());
            assertThat(world.connections)
                    .allSatisfy(each -> assertThat(Person.sending(each)).isEqualTo("audio [CAMERA]"));
            world.pass(2.0);
            assertThat(ending(incoming())).isEqualTo("UNKNOWN by SERVER");
            assertThat(bob.live()).isEmpty();
        }

        @Test
        void goesThroughTheSameStatesAsAColdCallEachOnce() {
            Call call = alice.client.call("bob", CallMedia.VIDEO);
            List<String> seen = watch(call);
            world.settle();
            List<String> theirs = watch(incoming());
            accept(incoming());
            assertThat(seen).containsExactly("Inviting", "Ringing", "Connecting", "Talking");
            assertThat(theirs).containsExactly("Ringing", "Connecting", "Talking");
        }

        @Test
        void isCountedFromTheSameMomentOnBothSides() {
            Call call = ringing();
            world.pass(7.0);
            accept(incoming());
            assertThat(call.state()).isEqualTo(new CallState.Talking(world.now()));
            assertThat(incoming().state()).isEqualTo(call.state());
        }

        @Test
        void onOneOfTwoDevicesTakesThatOneInAndClosesTheConnectionOfTheOther() {
            Person other = exchange.person("bob", "bob-2");
            Call call = ringing();
            assertThat(world.connections).hasSize(3);
            accept(incoming());
            assertThat(kinds(call)).containsExactly("Talking");
            assertThat(ending(other.incoming.getFirst())).isEqualTo("OTHER_DEVICE_ACCEPTED by LOCAL");
            assertThat(world.connections).filteredOn(FakeConnection::isClosed).hasSize(1);
            assertThat(other.live()).isEmpty();
        }
    }

    @Nested
    class AWarmUpThatDoesNotComeAbout {
        @Test
        void costsNothingButTimeTheRoomIsEnteredAsEver() {
            world.server.refusals.put(ClientRequest.WarmUp.class, FAULT);
            Call call = ringing();
            accept(incoming());
            assertThat(kinds(call, incoming())).containsExactly("Talking", "Talking");
            assertThat(asked(ClientRequest.EnterRoom.class)).isEqualTo(2);
        }

        @Test
        void becauseTheMediaPathIsDownLeavesTheCallConnectingUntilItIsUp() {
            world.mediaDown = true;
            Call call = ringing();
            accept(incoming());
            assertThat(kinds(call, incoming())).containsExactly("Connecting", "Connecting");
            world.mediaDown = false;
            world.pass(8.0);
            assertThat(kinds(call, incoming())).containsExactly("Talking", "Talking");
        }

        @Test
        void andNeverDoesIsALostConnection() {
            world.mediaDown = true;
            Call call = ringing();
            accept(incoming());
            world.pass(20.0);
            assertThat(call.state()).isInstanceOf(CallState.Ended.class);
            assertThat(ending(incoming())).startsWith("CONNECTION_LOST").isNotEqualTo(ending(call));
        }

        @Test
        void becauseTheSocketBrokeIsMadeUpForAfterTheGap() {
            Call call = ringing();
            world.server.cut("bob");
            world.pass(1.5);
            accept(incoming());
            world.pass(1.0);
            assertThat(kinds(call, incoming())).containsExactly("Talking", "Talking");
        }
    }

    @Test
    void anAnswerGivenWhileTheCallerHadNoConnectionIsFoundAfterTheGapAndToldOnce() {
        Call call = ringing();
        List<String> seen = watch(call);
        world.server.cut("alice");
        accept(incoming());
        world.pass(8.0);
        assertThat(kinds(call, incoming())).containsExactly("Talking", "Talking");
        assertThat(seen).containsExactly("Ringing", "Connecting", "Talking");
    }
}
