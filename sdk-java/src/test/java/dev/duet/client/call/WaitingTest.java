// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import static dev.duet.client.call.Person.ending;
import static dev.duet.client.call.Person.kind;
import static dev.duet.client.stay.Landing.letBe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.Result;
import dev.duet.client.call.state.CallHold;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.Meanwhile;
import dev.duet.client.call.state.RejectReason;
import dev.duet.client.course.RoomCode;
import dev.duet.client.media.Devices.Kind;
import dev.duet.client.media.MediaException.Reason;
import dev.duet.client.world.World;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingTest {
    private static final int FAULT = 70500;
    private static final MediaFlags BOTH = new MediaFlags(true, true, false);

    private final Exchange exchange = new Exchange();
    private final World world = exchange.world;
    private final Person alice = exchange.person("alice");
    private final Person bob = exchange.person("bob");
    private final Person carol = exchange.person("carol");

    @BeforeEach
    void waits() {
        alice.client.setCallWaiting(true);
    }

    /// Alice and bob talk.
    private Call talking(CallMedia media) {
        Call call = alice.client.call("bob", media);
        world.settle();
        soon(bobs().accept());
        return call;
    }

    private Call talking() {
        return talking(CallMedia.VIDEO);
    }

    private Call bobs() {
        return bob.incoming.getFirst();
    }

    /// Carol calls as well.
    private Call carols() {
        Call call = carol.client.call("alice", CallMedia.AUDIO);
        world.settle();
        return call;
    }

    private Call waiting() {
        return alice.waiting.getFirst();
    }

    private Result<Void> soon(CompletableFuture<Result<Void>> answer) {
        return world.soon(answer);
    }

    private static List<String> kinds(Call... calls) {
        return Stream.of(calls)
                .map(call -> kind(call.state()) + " " + call.held())
                .toList();
    }

    @Nested
    class ACallOnHold {
        @Test
        void neitherSendsNorReceivesKeepsItsPlaceAndTheOtherSideIsTold() {
            Call call = talking();
            List<CallHold> told = new ArrayList<>();
            bobs().on(new CallListener() {
                @Override
                public void held(Call which, CallHold now, CallHold before) {
                    told.add(now);
                }
            });
            assertThat(soon(call.hold()).isOk()).isTrue();
            assertThat(kinds(call, bobs())).containsExactly("Talking LOCAL", "Talking REMOTE");
            assertThat(told).containsExactly(CallHold.REMOTE);
            assertThat(alice.live()).isEmpty();
            assertThat(bobs().remote()).isEqualTo(MediaFlags.NONE);
            assertThat(call.remote()).isEqualTo(MediaFlags.NONE);
            assertThat(alice.client.currentCall()).containsSame(call);
            assertThat(alice.client.heldCall()).containsSame(call);
        }

        @Test
        void resumesWithTheDevicesThatWereOnBefore() {
            Call call = talking();
            call.setMuted(true);
            soon(call.hold());
            world.pass(60.0);
            assertThat(soon(call.resume()).isOk()).isTrue();
            assertThat(kinds(call, bobs())).containsExactly("Talking NONE", "Talking NONE");
            assertThat(alice.live()).isEqualTo("mic cam");
            assertThat(call.isMuted()).isTrue();
            assertThat(bobs().remote()).isEqualTo(new MediaFlags(false, true, false));
            assertThat(call.remote()).isEqualTo(BOTH);
            assertThat(alice.client.heldCall()).isEmpty();
        }

        @Test
        void goesOnBeingCounted() {
            Call call = talking();
            Instant began = world.now();
            soon(call.hold());
            world.pass(60.0);
            soon(call.resume());
            assertThat(call.state()).isEqualTo(new CallState.Talking(began));
        }

        @Test
        void mayBePutOnHoldByBothAndEachSideResumesItsOwn() {
            Call call = talking();
            soon(call.hold());
            soon(bobs().hold());
            assertThat(kinds(call, bobs())).containsExactly("Talking LOCAL", "Talking LOCAL");
            soon(call.resume());
            assertThat(kinds(call, bobs())).containsExactly("Talking REMOTE", "Talking LOCAL");
        }

        @ParameterizedTest
        @ValueSource(strings = {"LOCAL", "REMOTE"})
        void endsWhenItIsHungUpHereOrThere(String where) {
            Call call = talking();
            soon(call.hold());
            soon(where.equals("LOCAL") ? call.hangUp() : bobs().hangUp());
            assertThat(ending(call)).isEqualTo("HANGUP by " + where);
            assertThat(kind(bobs().state())).isEqualTo("Ended");
            assertThat(world.server.isEmpty()).isTrue();
        }

        @Test
        void isStillOnHoldAfterAGapAndWhatHappenedMeanwhileIsToldOnce() {
            Call call = talking();
            soon(call.hold());
            List<String> states = Person.watch(call);
            world.server.cut("alice");
            world.pass(1.5);
            assertThat(kinds(call)).containsExactly("Talking LOCAL");
            letBe(bobs().hangUp());
            world.settle();
            assertThat(ending(call)).isEqualTo("HANGUP by REMOTE");
            assertThat(states).containsExactly("Talking", "Ended");
        }

        @Test
        void cannotBePutOnHoldTwiceResumedWithoutOrShownOnCamera() {
            Call call = talking();
            assertThat(soon(call.resume()).code()).isEqualTo(6017);
            soon(call.hold());
            assertThat(soon(call.hold()).code()).isEqualTo(6017);
            assertThat(soon(call.setCamera(true)).code()).isEqualTo(6017);
            assertThat(alice.live()).isEmpty();
        }

        @Test
        void thatTheServerRefusesGoesOnAsItWas() {
            Call call = talking();
            world.server.refusals.put(ClientRequest.HoldRoom.class, FAULT);
            assertThat(soon(call.hold()).code()).isEqualTo(FAULT);
            assertThat(kinds(call, bobs())).containsExactly("Talking NONE", "Talking NONE");
            assertThat(alice.live()).isEqualTo("mic cam");
        }

        @Test
        void leavesRoomForAnotherCallOfOnesOwn() {
            Call first = talking();
            soon(first.hold());
            Call other = alice.client.call("carol", CallMedia.AUDIO);
            world.settle();
            soon(carol.incoming.getFirst().accept());
            assertThat(kinds(first, other)).containsExactly("Talking LOCAL", "Talking NONE");
            assertThat(alice.client.currentCall()).containsSame(other);
            assertThat(alice.client.heldCall()).containsSame(first);
        }
    }

    @Nested
    class SomebodyWhoCallsDuringACall {
        @Test
        void waitsOpensNoDeviceHereAndIsAnnouncedOnce() {
            Call first = talking();
            int opened = alice.devices.opened.size();
            Call carols = carols();
            assertThat(alice.waiting).hasSize(1);
            assertThat(alice.incoming).isEmpty();
            assertThat(alice.client.currentCall()).containsSame(first);
            assertThat(alice.client.waitingCall()).containsSame(waiting());
            assertThat(alice.client.calls()).containsExactly(first, waiting());
            assertThat(kinds(first, waiting(), carols)).containsExactly("Talking NONE", "Ringing NONE", "Ringing NONE");
            assertThat(alice.devices.opened).hasSize(opened);
        }

        @Test
        void isToldBusyWhenItIsDeclinedSo() {
            Call first = talking();
            Call carols = carols();
            soon(waiting().reject(RejectReason.BUSY));
            assertThat(ending(carols)).isEqualTo("LINE_BUSY by REMOTE");
            assertThat(ending(waiting())).isEqualTo("LINE_BUSY by LOCAL");
            assertThat(kinds(first)).containsExactly("Talking NONE");
            assertThat(alice.client.waitingCall()).isEmpty();
        }

        @Test
        void isAnsweredWithTheFirstCallOnHold() {
            Call first = talking();
            Call carols = carols();
            assertThat(soon(waiting().accept(Meanwhile.HOLD)).isOk()).isTrue();
            assertThat(kinds(first, bobs(), waiting(), carols))
                    .containsExactly("Talking LOCAL", "Talking REMOTE", "Talking NONE", "Talking NONE");
            assertThat(alice.client.currentCall()).containsSame(waiting());
            assertThat(alice.client.heldCall()).containsSame(first);
            assertThat(alice.client.waitingCall()).isEmpty();
            assertThat(alice.live()).isEqualTo("mic");
            assertThat(carols.remote().audio()).isTrue();
        }

        @Test
        void isAnsweredWithTheFirstCallEnded() {
            Call first = talking();
            carols();
            soon(waiting().accept(Meanwhile.END));
            assertThat(ending(first)).isEqualTo("HANGUP by LOCAL");
            assertThat(ending(bobs())).isEqualTo("HANGUP by REMOTE");
            assertThat(kinds(waiting())).containsExactly("Talking NONE");
            assertThat(alice.client.calls()).containsExactly(waiting());
        }

        @Test
        void ringsAsAnyOtherOnceTheFirstCallIsOver() {
            Call first = talking();
            carols();
            soon(first.hangUp());
            assertThat(alice.client.currentCall()).containsSame(waiting());
            assertThat(alice.client.waitingCall()).isEmpty();
            soon(waiting().accept());
            assertThat(kinds(waiting())).containsExactly("Talking NONE");
        }

        @Test
        void mayGiveUpAndTheFirstCallGoesOn() {
            Call first = talking();
            Call carols = carols();
            soon(carols.cancel());
            assertThat(ending(waiting())).isEqualTo("CANCELED by REMOTE");
            assertThat(alice.client.calls()).containsExactly(first);
        }

        @Test
        void isNotAnsweredWhenTheFirstCallCannotBePutOnHold() {
            Call first = talking();
            carols();
            world.server.refusals.put(ClientRequest.HoldRoom.class, FAULT);
            assertThat(soon(waiting().accept()).code()).isEqualTo(FAULT);
            assertThat(kinds(first, waiting())).containsExactly("Talking NONE", "Ringing NONE");
        }

        @Test
        void givesUpWhileTheFirstCallIsBeingPutOnHoldAndThatOneCanBeResumed() {
            Call first = talking();
            Call carols = carols();
            CompletableFuture<Result<Void>> answer = waiting().accept(Meanwhile.HOLD);
            letBe(carols.cancel());
            world.pass(3.0);
            assertThat(answer.resultNow().code()).isEqualTo(8010);
            assertThat(ending(waiting())).isEqualTo("CANCELED by REMOTE");
            assertThat(kinds(first)).containsExactly("Talking LOCAL");
            soon(first.resume());
            assertThat(kinds(first)).containsExactly("Talking NONE");
        }

        @Test
        void hearsBusyWhenSomebodyWaitsAlready() {
            talking();
            carols();
            Call call = exchange.person("dave").client.call("alice", CallMedia.AUDIO);
            world.settle();
            assertThat(ending(call)).isEqualTo("LINE_BUSY by REMOTE");
            assertThat(alice.waiting).hasSize(1);
        }

        @Test
        void hearsBusyWhileTheFirstCallRings() {
            alice.client.call("bob", CallMedia.AUDIO);
            world.settle();
            assertThat(ending(carols())).isEqualTo("LINE_BUSY by REMOTE");
        }

        @Test
        void hearsBusyWithoutCallWaiting() {
            alice.client.setCallWaiting(false);
            talking();
            assertThat(ending(carols())).isEqualTo("LINE_BUSY by REMOTE");
        }
    }

    @Nested
    class TwoCallsOneOfThemOnHold {
        @Test
        void changePlacesAsOftenAsOneLikes() {
            Call first = talking();
            Call carols = carols();
            soon(waiting().accept());
            assertThat(soon(first.resume()).isOk()).isTrue();
            assertThat(kinds(first, bobs(), waiting(), carols))
                    .containsExactly("Talking NONE", "Talking NONE", "Talking LOCAL", "Talking REMOTE");
            assertThat(bobs().remote()).isEqualTo(BOTH);
            soon(waiting().resume());
            assertThat(kinds(first, bobs(), waiting(), carols))
                    .containsExactly("Talking LOCAL", "Talking REMOTE", "Talking NONE", "Talking NONE");
            assertThat(alice.live()).isEqualTo("mic");
        }

        @Test
        void areToldOfWhenTheyChangePlaces() {
            Call first = talking();
            carols();
            List<List<Call>> lists = new ArrayList<>();
            alice.client.on(new ClientListener() {
                @Override
                public void calls(List<Call> calls) {
                    lists.add(calls);
                }
            });
            soon(waiting().accept());
            assertThat(lists).isNotEmpty().allSatisfy(each -> assertThat(each).containsExactly(first, waiting()));
            soon(first.hangUp());
            assertThat(lists.getLast()).containsExactly(waiting());
        }

        @Test
        void stayAsTheyAreWhenTheServerRefusesTheChange() {
            Call first = talking();
            carols();
            soon(waiting().accept());
            world.server.refusals.put(ClientRequest.EnterRoom.class, FAULT);
            assertThat(soon(first.resume()).code()).isEqualTo(FAULT);
            assertThat(kinds(first, waiting())).containsExactly("Talking LOCAL", "Talking NONE");
        }

        @Test
        void areBothLeftByALogout() {
            talking();
            Call carols = carols();
            soon(waiting().accept());
            soon(alice.client.logout());
            assertThat(ending(bobs())).isEqualTo("HANGUP by REMOTE");
            assertThat(ending(carols)).isEqualTo("HANGUP by REMOTE");
            assertThat(alice.live()).isEmpty();
        }
    }

    @Nested
    class SwitchingBetweenVoiceAndVideo {
        @Test
        void isTurningACameraOnTheOtherSideSeesItAndKeepsItsOwnOff() {
            Call call = talking(CallMedia.AUDIO);
            assertThat(soon(call.switchMedia(CallMedia.VIDEO)).isOk()).isTrue();
            assertThat(List.of(call.media(), bobs().media())).containsExactly(CallMedia.VIDEO, CallMedia.VIDEO);
            assertThat(bobs().remote().video()).isTrue();
            assertThat(bobs().isCameraOn()).isFalse();
            soon(call.switchMedia(CallMedia.AUDIO));
            assertThat(List.of(call.media(), bobs().media())).containsExactly(CallMedia.AUDIO, CallMedia.AUDIO);
            assertThat(alice.live()).isEqualTo("mic");
        }

        @Test
        void makesAVoiceCallOfItHereWhileTheOtherSidesCameraIsOffToo() {
            Call call = talking();
            soon(call.switchMedia(CallMedia.AUDIO));
            assertThat(call.media()).isEqualTo(CallMedia.VIDEO);
            soon(bobs().setCamera(false));
            assertThat(List.of(call.media(), bobs().media())).containsExactly(CallMedia.AUDIO, CallMedia.VIDEO);
        }

        @Test
        void withoutACameraChangesNothingAndSaysWhy() {
            Call call = talking(CallMedia.AUDIO);
            alice.devices.refusals.put(Kind.CAMERA, Reason.NO_DEVICE);
            List<Integer> problems = new ArrayList<>();
            call.on(new CallListener() {
                @Override
                public void problem(Call which, Result<Void> why) {
                    problems.add(why.code());
                }
            });
            assertThat(soon(call.switchMedia(CallMedia.VIDEO)).code()).isEqualTo(RoomCode.CAMERA_START_FAIL);
            assertThat(call.media()).isEqualTo(CallMedia.AUDIO);
            assertThat(problems).containsExactly(RoomCode.CAMERA_START_FAIL);
        }
    }

    @Nested
    class AScreen {
        @Test
        void isSharedAndTakenBack() {
            Call call = talking(CallMedia.AUDIO);
            assertThat(soon(call.setScreen(true)).isOk()).isTrue();
            assertThat(call.isScreenOn()).isTrue();
            assertThat(bobs().remote().screen()).isTrue();
            soon(call.setScreen(false));
            assertThat(call.isScreenOn()).isFalse();
            assertThat(bobs().remote().screen()).isFalse();
        }

        @Test
        void thatCannotBeHadIsAValue() {
            Call call = talking();
            alice.devices.refusals.put(Kind.SCREEN, Reason.DEVICE_REFUSED);
            assertThat(soon(call.setScreen(true)).code()).isEqualTo(RoomCode.SCREEN_CAPTURE_START_FAIL);
            assertThat(call.isScreenOn()).isFalse();
        }

        @Test
        void cannotBeSharedBeforeTheCallIsTalkedIn() {
            Call call = alice.client.call("bob", CallMedia.VIDEO);
            world.settle();
            assertThat(soon(call.setScreen(true)).code()).isEqualTo(6017);
        }
    }
}
