// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import static dev.duet.client.call.Person.ending;
import static dev.duet.client.call.Person.kind;
import static dev.duet.client.call.Person.message;
import static dev.duet.client.call.Person.watch;
import static dev.duet.client.stay.Landing.letBe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.client.Result;
import dev.duet.client.call.state.CallDirection;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallQuality;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.Connection;
import dev.duet.client.course.RoomCode;
import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.Devices.Kind;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.world.FakeConnection;
import dev.duet.client.world.FakeDevices;
import dev.duet.client.world.World;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallsTest {
    private static final MediaFlags BOTH = new MediaFlags(true, true, false);

    private final Exchange exchange = new Exchange();
    private final World world = exchange.world;
    private final Person alice = exchange.person("alice");
    private final Person bob = exchange.person("bob");

    private Call ringing(CallMedia media) {
        Call call = alice.client.call("bob", media);
        world.settle();
        return call;
    }

    private Call ringing() {
        return ringing(CallMedia.VIDEO);
    }

    private Call incoming() {
        return bob.incoming.getLast();
    }

    private Call talking(CallMedia media) {
        Call call = ringing(media);
        letBe(incoming().accept());
        world.settle();
        return call;
    }

    private Call talking() {
        return talking(CallMedia.VIDEO);
    }

    private int asked(Class<? extends ClientRequest> kind) {
        return world.server.asked(kind).size();
    }

    private static int code(CompletableFuture<Result<Void>> answer) {
        return answer.resultNow().code();
    }

    @Nested
    class AVideoCall {
        @Test
        void ringsIsAcceptedAndIsTalkedInOnBothSides() {
            Call call = alice.client.call("bob", CallMedia.VIDEO);
            List<String> seen = watch(call);
            world.settle();
            assertThat(call.state()).isEqualTo(new CallState.Ringing(true));
            assertThat(incoming().peer()).isEqualTo("alice");
            assertThat(incoming().media()).isEqualTo(CallMedia.VIDEO);
            assertThat(incoming().direction()).isEqualTo(CallDirection.INCOMING);
            letBe(incoming().accept());
            world.settle();
            assertThat(seen).containsExactly("Inviting", "Ringing", "Connecting", "Talking");
            assertThat(bob.client.currentCall().orElseThrow().state()).isEqualTo(new CallState.Talking(world.now()));
            assertThat(call.remote()).isEqualTo(BOTH);
            assertThat(bob.session.thrown).isEmpty();
        }

        @Test
        void isAsLongOnBothSidesAsTheServersTwoMomentsAreApartWhoeverHearsOfThemWhen() {
            world.server.late = Duration.ofMillis(400);
            Call call = talking();
            CallState began = new CallState.Talking(world.now().minusMillis(400));
            assertThat(List.of(call.state(), incoming().state())).containsOnly(began);
            world.pass(60.0);
            world.server.late = Duration.ofMillis(150);
            List<CallState> told = new ArrayList<>();
            call.on(new CallListener() {
                @Override
                public void state(Call moved, CallState now, CallState before) {
                    told.add(now);
                }
            });
            letBe(call.hangUp());
            world.settle();
            assertThat(ending(call) + ", " + ending(incoming())).isEqualTo("HANGUP by LOCAL, HANGUP by REMOTE");
            assertThat(List.of(call.talked(), incoming().talked())).containsOnly(Duration.ofMillis(60_250));
            assertThat(told).as("the end is told once").hasSize(1);
        }

        @Test
        void showsTheSameSecondsOnBothSidesHoweverWrongTheirClocksAre() {
            world.server.ahead = Duration.ofSeconds(3);
            world.server.late = Duration.ofMillis(400);
            Call call = talking();
            world.pass(10.0);
            assertThat(List.of(call.talked(), incoming().talked())).containsOnly(Duration.ofMillis(10_400));
        }

        @Test
        void isCountedByTheOwnClockWithAServerThatTellsNoTimes() {
            world.server.late = null;
            Call call = talking();
            assertThat(incoming().state()).isEqualTo(new CallState.Talking(world.now()));
            world.pass(5.0);
            letBe(incoming().hangUp());
            world.settle();
            assertThat(List.of(call.talked(), incoming().talked())).containsOnly(Duration.ofSeconds(5));
        }

        @Test
        void opensTheDevicesWhileItRings() {
            Call call = ringing();
            assertThat(call.isCameraOn()).isTrue();
            assertThat(alice.live()).isEqualTo("mic cam");
            assertThat(bob.live()).isEqualTo("mic cam");
        }

        @Test
        void showsTheOwnPictureWhileItRingsAndTheOthersInTheRoom() {
            Call call = alice.client.call("bob", CallMedia.VIDEO);
            List<VideoFrame> own = new ArrayList<>();
            List<VideoFrame> theirs = new ArrayList<>();
            call.showOwn(own::add);
            call.show(theirs::add);
            world.settle();
            VideoFrame frame = FakeConnection.frame(4, 2);
            alice.devices.videos.getFirst().push(frame);
            assertThat(own).containsExactly(frame);
            letBe(incoming().accept());
            world.settle();
            world.connections.getFirst().show(dev.duet.client.media.MediaKind.CAMERA, 4, 2);
            assertThat(theirs).hasSize(1);
            call.showOwn(null);
            world.settle();
            alice.devices.videos.getFirst().push(frame);
            assertThat(own).hasSize(1);
        }

        @Test
        void goesOverOneConnectionOnEachSide() {
            talking();
            assertThat(world.connections).hasSize(2);
            assertThat(world.connections)
                    .allSatisfy(each -> assertThat(Person.sending(each)).isEqualTo("audio [CAMERA]"));
        }

        @Test
        void endsOnBothSidesWhenOneHangsUpAndLetsGoOfEveryDevice() {
            Call call = talking();
            world.pass(60.0);
            assertThat(call.talked()).isEqualTo(Duration.ofSeconds(60));
            letBe(call.hangUp());
            world.settle();
            assertThat(ending(call)).isEqualTo("HANGUP by LOCAL");
            assertThat(call.talked()).isEqualTo(Duration.ofSeconds(60));
            assertThat(message(incoming())).isEqualTo("alice ended the call.");
            assertThat(alice.live() + bob.live()).isEmpty();
            assertThat(world.connections).allMatch(FakeConnection::isClosed);
            assertThat(alice.client.currentCall()).isEmpty();
            assertThat(bob.client.currentCall()).isEmpty();
            assertThat(world.server.isEmpty()).isTrue();
        }

        @Test
        void tellsTheOtherSideOfAMuteAndOfACameraThatIsOff() {
            Call call = talking();
            List<MediaFlags> told = new ArrayList<>();
            incoming().on(new CallListener() {
                @Override
                public void remote(Call which, MediaFlags now, MediaFlags before) {
                    told.add(now);
                }
            });
            call.setMuted(true);
            letBe(call.setCamera(false));
            world.settle();
            assertThat(incoming().remote()).isEqualTo(MediaFlags.NONE);
            assertThat(alice.live()).isEqualTo("mic");
            letBe(call.setCamera(true));
            call.setMuted(false);
            world.settle();
            assertThat(incoming().remote()).isEqualTo(BOTH);
            assertThat(told)
                    .containsExactly(
                            new MediaFlags(false, true, false),
                            MediaFlags.NONE,
                            new MediaFlags(true, false, false),
                            BOTH);
            assertThat(asked(ClientRequest.EnterRoom.class)).isZero();
        }

        @Test
        void tellsTheNetworkQualityEveryTwoSeconds() {
            Call call = talking();
            world.server.say(
                    "alice",
                    new ServerEvent.NetworkQuality(
                            new ServerEvent.LocalQuality(2, Duration.ofMillis(40), 1, Duration.ZERO),
                            List.of(new ServerEvent.RemoteQuality(new UserId("bob"), 3, 4))));
            world.pass(2.0);
            assertThat(call.quality()).isEqualTo(new CallQuality(2, 3, Duration.ofMillis(40), 1, 4));
        }
    }

    @Nested
    class AVoiceCall {
        @Test
        void opensNoCameraAndCanTurnOneOnLaterWithoutANewOffer() {
            Call call = talking(CallMedia.AUDIO);
            assertThat(alice.live() + bob.live()).isEqualTo("micmic");
            CompletableFuture<Result<Void>> on = call.setCamera(true);
            world.settle();
            assertThat(code(on)).isZero();
            assertThat(incoming().remote().video()).isTrue();
            assertThat(incoming().media()).isEqualTo(CallMedia.VIDEO);
            assertThat(asked(ClientRequest.RestartIce.class) + asked(ClientRequest.EnterRoom.class))
                    .isZero();
        }
    }

    @Nested
    class ACallThatDoesNotComeAbout {
        @Test
        void isDeclined() {
            Call call = ringing();
            CompletableFuture<Result<Void>> answer = incoming().reject();
            world.settle();
            assertThat(code(answer)).isZero();
            assertThat(ending(call)).isEqualTo("REJECT by REMOTE");
            assertThat(bob.live()).isEmpty();
        }

        @Test
        void isCancelled() {
            Call call = ringing();
            letBe(call.cancel());
            world.settle();
            assertThat(ending(call)).isEqualTo("CANCELED by LOCAL");
            assertThat(ending(incoming())).isEqualTo("CANCELED by REMOTE");
        }

        @Test
        void isCancelledBeforeTheServerHasEvenConfirmedIt() {
            Call call = alice.client.call("bob", CallMedia.VIDEO);
            letBe(call.cancel());
            world.settle();
            assertThat(ending(call)).isEqualTo("CANCELED by LOCAL");
            assertThat(ending(incoming())).isEqualTo("CANCELED by REMOTE");
        }

        @Test
        void isNotAnswered() {
            Call call = ringing();
            world.pass(30.0);
            assertThat(message(call)).isEqualTo("bob did not answer.");
            assertThat(message(incoming())).isEqualTo("You missed a call from alice.");
        }

        @Test
        void ringsNowhere() {
            Call call = alice.client.call("carol", CallMedia.AUDIO, Duration.ofSeconds(5));
            world.pass(5.0);
            assertThat(ending(call)).isEqualTo("OFFLINE by REMOTE");
        }

        @Test
        void ringsForEverWhenAskedTo() {
            Call call = alice.client.call("bob", CallMedia.AUDIO, Duration.ZERO);
            world.pass(Duration.ofHours(3));
            assertThat(call.state()).isEqualTo(new CallState.Ringing(true));
            assertThat(incoming().state()).isEqualTo(new CallState.Ringing(true));
        }

        @Test
        void namesNobodyWhoCouldBe() {
            Call call = alice.client.call("no such user", CallMedia.AUDIO);
            world.settle();
            assertThat(ending(call)).isEqualTo("UNKNOWN by SERVER");
            assertThat(message(call)).isEqualTo("There is no user with such an id.");
            assertThat(exchange.log).isEmpty();
        }

        @Test
        void hasATimeoutThatIsNone() {
            assertThatThrownBy(() -> alice.client.call("bob", CallMedia.AUDIO, Duration.ofMillis(1_500)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> alice.client.call("bob", CallMedia.AUDIO, Duration.ofDays(2)))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void meetsSomebodyWhoIsInAnotherCall() {
            talking();
            Call call = exchange.person("carol").client.call("bob", CallMedia.AUDIO);
            world.settle();
            assertThat(ending(call)).isEqualTo("LINE_BUSY by REMOTE");
            assertThat(bob.incoming).hasSize(1);
        }

        @Test
        void isRefusedHereWhenOneIsInACallAlready() {
            talking();
            Call second = alice.client.call("carol", CallMedia.AUDIO);
            world.settle();
            assertThat(ending(second)).isEqualTo("LINE_BUSY by LOCAL");
            assertThat(alice.client.currentCall().orElseThrow().peer()).isEqualTo("bob");
        }

        @Test
        void hasNoMicrophone() {
            alice.devices.refusals.put(Kind.MICROPHONE, Reason.DEVICE_REFUSED);
            Call call = ringing();
            assertThat(ending(call)).isEqualTo("DEVICE_ERROR by LOCAL");
            assertThat(message(call)).startsWith("The microphone could not be opened");
            assertThat(call.deviceProblem()).isNotNull();
            assertThat(ending(incoming())).isEqualTo("CANCELED by REMOTE");
            assertThat(alice.live()).isEmpty();
        }

        @Test
        void goesOnWithoutACameraAndSaysSo() {
            bob.devices.refusals.put(Kind.CAMERA, Reason.DEVICE_REFUSED);
            talking();
            assertThat(kind(incoming().state())).isEqualTo("Talking");
            assertThat(incoming().isCameraOn()).isFalse();
            assertThat(incoming().deviceProblem())
                    .isNotNull()
                    .extracting(Result::code)
                    .isEqualTo(RoomCode.CAMERA_OCCUPIED);
        }

        @Test
        void isWronglyHandledWithoutHarm() {
            Call call = ringing();
            CompletableFuture<Result<Void>> accepted = call.accept();
            CompletableFuture<Result<Void>> cancelled = incoming().cancel();
            world.settle();
            assertThat(accepted.resultNow())
                    .isEqualTo(Result.refused(6017, "A call that is ringing and outgoing cannot accept."));
            assertThat(code(cancelled)).isEqualTo(6017);
            assertThat(kind(call.state())).isEqualTo("Ringing");
        }
    }

    @Nested
    class TwoDevicesOfOnePerson {
        private final Person other = exchange.person("bob", "bob-2");

        @Test
        void ringTogetherAndStopWhenOneOfThemAnswers() {
            talking();
            assertThat(ending(other.incoming.getFirst())).isEqualTo("OTHER_DEVICE_ACCEPTED by LOCAL");
            assertThat(kind(incoming().state())).isEqualTo("Talking");
            assertThat(other.live()).isEmpty();
        }

        @Test
        void stopWhenOneOfThemDeclines() {
            Call call = ringing();
            letBe(incoming().reject());
            world.settle();
            assertThat(ending(other.incoming.getFirst())).isEqualTo("OTHER_DEVICE_REJECT by LOCAL");
            assertThat(ending(call)).isEqualTo("REJECT by REMOTE");
        }
    }

    @Nested
    class TwoWhoCallEachOtherAtOnce {
        @Test
        void endUpInOneCall() {
            Call fromAlice = alice.client.call("bob", CallMedia.VIDEO);
            Call fromBob = bob.client.call("alice", CallMedia.AUDIO);
            world.settle();
            world.pass(6.0);
            assertThat(kind(fromAlice.state())).isEqualTo("Talking");
            assertThat(kind(fromBob.state())).isEqualTo("Talking");
            assertThat(fromBob.inviteId()).isEqualTo(fromAlice.inviteId());
            assertThat(alice.incoming).isEmpty();
            assertThat(bob.incoming).isEmpty();
            assertThat(bob.live()).isEqualTo("mic");
        }

        @Test
        void answerWhenTheyCallWhoIsCalling() {
            ringing();
            assertThat(bob.client.call("alice", CallMedia.VIDEO)).isSameAs(incoming());
            world.settle();
            assertThat(kind(incoming().state())).isEqualTo("Talking");
        }
    }

    @Nested
    class WhenTheSocketsBreak {
        @Test
        void aCallIsTalkedInOn() {
            Call call = talking();
            world.server.cut("alice");
            world.server.cut("bob");
            world.pass(1.5);
            assertThat(kind(call.state()) + kind(incoming().state())).isEqualTo("TalkingTalking");
            assertThat(asked(ClientRequest.EnterRoom.class)).isZero();
        }

        @Test
        void aCallMadeDuringTheGapRingsAfterIt() {
            world.server.cut("alice");
            Call call = ringing();
            assertThat(call.state()).isEqualTo(new CallState.Inviting());
            world.pass(1.5);
            assertThat(call.state()).isEqualTo(new CallState.Ringing(true));
        }

        @Test
        void hangingUpEndsItHereAtOnceAndThereLater() {
            Call call = talking();
            world.server.cut("alice");
            letBe(call.hangUp());
            world.settle();
            assertThat(ending(call)).isEqualTo("HANGUP by LOCAL");
            assertThat(kind(incoming().state())).isEqualTo("Talking");
            world.pass(1.5);
            assertThat(ending(incoming())).isEqualTo("HANGUP by REMOTE");
        }

        @Test
        void aCallThatWasCancelledMeanwhileStopsRinging() {
            Call call = ringing();
            world.server.cut("bob");
            letBe(call.cancel());
            world.pass(1.5);
            assertThat(ending(incoming())).isEqualTo("CANCELED by REMOTE");
        }

        @Test
        void aCancelThatReachesNobodyEndsHereAfterTwoSeconds() {
            Call call = ringing();
            exchange.deaf = new UserId("alice");
            letBe(call.cancel());
            world.pass(1.9);
            assertThat(kind(call.state())).isEqualTo("Ringing");
            world.pass(0.2);
            assertThat(ending(call)).isEqualTo("CANCELED by LOCAL");
        }

        @Test
        void aServerThatForgotEverythingIsEnteredAgainByBoth() {
            Call call = talking();
            world.server.restart();
            world.pass(3.0);
            assertThat(kind(call.state()) + kind(incoming().state())).isEqualTo("TalkingTalking");
            assertThat(asked(ClientRequest.EnterRoom.class)).isEqualTo(2);
            letBe(call.hangUp());
            world.settle();
            assertThat(ending(incoming())).isEqualTo("HANGUP by REMOTE");
        }
    }

    @Nested
    class WhenMediaBreaks {
        @Test
        void forGoodTheCallEndsAndSaysSo() {
            Call call = talking();
            world.mediaDown = true;
            world.connections.forEach(each -> each.become(ConnectionState.FAILED));
            world.pass(8.0);
            assertThat(call.quality().local()).isEqualTo(6);
            world.pass(30.0);
            assertThat(List.of(message(call), message(incoming()))).contains("The connection was lost.");
            assertThat(kind(call.state()) + kind(incoming().state())).isEqualTo("EndedEnded");
        }

        @Test
        void becauseTheNetworkIsAnotherOneAWayIsLookedForAtOnce() {
            Call call = talking();
            alice.client.networkChanged();
            world.settle();
            assertThat(asked(ClientRequest.RestartIce.class)).isEqualTo(1);
            assertThat(call.state()).isInstanceOf(CallState.Talking.class);
        }

        @Test
        void onTheOtherSideTheCallEndsAndNamesIt() {
            Call call = talking();
            world.server.say(
                    "alice", new ServerEvent.UserLeft(new UserId("bob"), ServerEvent.LeaveReason.TIMED_OUT, null));
            world.settle();
            assertThat(message(call)).isEqualTo("bob lost the connection.");
        }

        @Test
        void ofACameraThatIsPulledOutItIsReportedAndTheCallGoesOn() {
            Call call = talking();
            alice.devices.videos.getFirst().fail(new MediaException(Reason.DEVICE_REFUSED, "It is gone."));
            world.settle();
            assertThat(call.isCameraOn()).isFalse();
            assertThat(call.deviceProblem())
                    .isEqualTo(Result.refused(RoomCode.CAMERA_OCCUPIED, "The camera stopped: It is gone."));
            assertThat(incoming().remote()).isEqualTo(new MediaFlags(true, false, false));
        }

        @Test
        void becauseAFileIsAtItsEndNobodyIsToBlame() {
            Call call = talking();
            alice.devices.videos.getFirst().close();
            world.settle();
            assertThat(call.isCameraOn()).isFalse();
            assertThat(call.deviceProblem()).isNull();
        }
    }

    @Nested
    class OtherDevicesDuringACall {
        private final FakeDevices machine = world.engine.devices;

        @Test
        void takeThePlaceOfTheOpenOnesWithoutAPause() {
            Call call = talking();
            CompletableFuture<Result<Void>> voice = call.setMicrophone("usb");
            CompletableFuture<Result<Void>> picture = call.setCameraDevice("rear");
            world.settle();
            assertThat(List.of(code(voice), code(picture))).containsOnly(0);
            FakeConnection own = world.connections.getFirst();
            assertThat(own.sentAudio()).isSameAs(machine.sounds.getFirst());
            assertThat(own.sentVideo(MediaKind.CAMERA)).isSameAs(machine.videos.getFirst());
            assertThat(alice.live()).isEmpty();
            assertThat(incoming().remote()).isEqualTo(BOTH);
            letBe(call.hangUp());
            world.settle();
            assertThat(machine.live()).isZero();
        }

        @Test
        void thatCannotBeHadLeaveTheOldOnesOn() {
            Call call = talking();
            machine.broken.add("usb");
            CompletableFuture<Result<Void>> refused = call.setMicrophone("usb");
            world.settle();
            assertThat(code(refused)).isEqualTo(RoomCode.MIC_OCCUPIED);
            assertThat(alice.live()).isEqualTo("mic cam");
            letBe(call.hold());
            world.settle();
            letBe(call.resume());
            world.settle();
            assertThat(alice.live()).isEqualTo("mic cam");
        }

        @Test
        void areOpenedOnlyWhenTheyAreWantedAndThenTheChosenOne() {
            Call call = talking(CallMedia.AUDIO);
            letBe(call.setCameraDevice("rear"));
            world.settle();
            assertThat(machine.opened).isEmpty();
            letBe(call.setCamera(true));
            world.settle();
            assertThat(machine.opened).extracting(each -> each.id()).containsExactly("rear");
        }

        @Test
        void playTheOtherSideUntilTheCallIsOver() {
            Call call = talking();
            letBe(call.setSpeaker("headset"));
            world.settle();
            letBe(call.setSpeaker("desk"));
            world.settle();
            FakeConnection own = world.connections.getFirst();
            assertThat(own.ear).isSameAs(machine.speakers.getLast());
            assertThat(machine.speakers).extracting(each -> each.isClosed).containsExactly(true, false);
            letBe(call.hangUp());
            world.settle();
            assertThat(machine.speakers).allMatch(each -> each.isClosed);
        }
    }

    @Nested
    class Races {
        @Test
        void twoWhoCallEachOtherInTheSameInstantHaveOneCall() {
            Call theirs = bob.client.call("alice", CallMedia.VIDEO);
            List<Call> own = new ArrayList<>();
            List<VideoFrame> seen = new ArrayList<>();
            List<String> states = new ArrayList<>();
            // Bob's invitation is on its way when alice calls, and is there before her call is.
            world.run(() -> world.run(() -> {
                assertThat(alice.client.calls()).isEmpty();
                Call call = alice.client.call("bob", CallMedia.VIDEO);
                states.add(kind(call.state()));
                call.on(new CallListener() {
                    @Override
                    public void state(Call told, CallState now, CallState before) {
                        states.add(kind(now));
                    }
                });
                call.show(seen::add);
                own.add(call);
            }));
            // Answered before it was warm: the room is entered in the usual way.
            world.pass(6.0);
            Call call = own.getFirst();
            assertThat(exchange.log).containsExactly("bob Invite", "alice Accept");
            assertThat(states).containsExactly("Inviting", "Ringing", "Connecting", "Talking");
            assertThat(kind(call.state()) + kind(theirs.state())).isEqualTo("TalkingTalking");
            assertThat(alice.incoming).containsExactly(call);
            assertThat(alice.client.calls()).containsExactly(call);
            world.connections.forEach(each -> each.show(MediaKind.CAMERA, 32, 16));
            assertThat(seen).isNotEmpty();
            letBe(call.hangUp());
            world.settle();
            assertThat(ending(call) + ", " + ending(theirs)).isEqualTo("HANGUP by LOCAL, HANGUP by REMOTE");
        }

        @Test
        void anInvitationToARoomThatThereCannotBeRingsAndCannotBeEntered() {
            String data = "{\"cmd\":\"av_call\",\"msg\":{\"callType\":\"audioCall\",\"roomId\":\"raum 7 \u00fc\"}}";
            exchange.answer(
                    alice.phone,
                    new ClientRequest.Invite(
                            new UserId("bob"),
                            data,
                            Duration.ofSeconds(30),
                            false,
                            null,
                            new dev.duet.id.InviteId("i1")));
            world.settle();
            assertThat(incoming().state()).isEqualTo(new CallState.Ringing(true));
            letBe(incoming().accept());
            world.settle();
            assertThat(exchange.log).containsExactly("alice Invite", "bob Accept");
            assertThat(ending(incoming())).isEqualTo("UNKNOWN by SERVER");
            assertThat(message(incoming())).isEqualTo("The invitation names no room.");
        }

        @Test
        void aCancelThatCameTooLateHangsUpOnWhoAnswered() {
            Call call = ringing();
            letBe(incoming().accept());
            letBe(call.cancel());
            world.pass(6.0);
            assertThat(call.state()).isInstanceOf(CallState.Ended.class);
            assertThat(ending(call)).endsWith("by LOCAL");
            assertThat(ending(incoming())).endsWith("by REMOTE");
            assertThat(world.server.isEmpty()).isTrue();
            assertThat(alice.live() + bob.live()).isEmpty();
        }

        @Test
        void hangingUpWhileTheRoomIsBeingEnteredLeavesIt() {
            world.mediaDown = true;
            Call call = ringing();
            call.on(new CallListener() {
                @Override
                public void state(Call told, CallState now, CallState before) {
                    if (now instanceof CallState.Connecting) {
                        letBe(told.hangUp());
                    }
                }
            });
            letBe(incoming().accept());
            world.pass(6.0);
            assertThat(ending(call)).isEqualTo("HANGUP by LOCAL");
            assertThat(ending(incoming())).isEqualTo("HANGUP by REMOTE");
            assertThat(world.server.isEmpty()).isTrue();
        }
    }

    @Nested
    class TheSessionAroundACall {
        @Test
        void beingKickedEndsIt() {
            Call call = talking();
            alice.session.kick(KickReason.MULTIPLE_DEVICE);
            world.settle();
            assertThat(alice.kicks).containsExactly(KickReason.MULTIPLE_DEVICE);
            assertThat(alice.client.connection()).isEqualTo(Connection.KICKED);
            assertThat(ending(call)).isEqualTo("END_BY_SERVER by SERVER");
            assertThat(alice.live()).isEmpty();
        }

        @Test
        void loggingOutHangsUpFirst() {
            Call call = talking();
            letBe(alice.client.logout());
            world.settle();
            assertThat(ending(call)).isEqualTo("HANGUP by LOCAL");
            assertThat(ending(incoming())).isEqualTo("HANGUP by REMOTE");
            assertThat(alice.client.connection()).isEqualTo(Connection.OFFLINE);
        }

        @Test
        void aCallWithoutASignInEndsWithAReason() {
            alice.phone.signedOut = true;
            Call call = ringing();
            assertThat(ending(call)).isEqualTo("CONNECTION_LOST by LOCAL");
            assertThat(bob.incoming).isEmpty();
        }

        @Test
        void aListenerThatThrowsDisturbsNobody() {
            bob.client.on(new ClientListener() {
                @Override
                public void incoming(Call call) {
                    throw new IllegalStateException("The app is broken.");
                }
            });
            assertThat(ringing().state()).isEqualTo(new CallState.Ringing(true));
            assertThat(bob.session.thrown).hasSize(1);
        }

        @Test
        void anInvitationThatIsNoCallRingsNowhere() {
            exchange.answer(
                    alice.phone,
                    new ClientRequest.Invite(
                            new UserId("bob"),
                            "{\"cmd\":\"poll\"}",
                            Duration.ofSeconds(30),
                            false,
                            null,
                            new dev.duet.id.InviteId("i1")));
            world.settle();
            assertThat(bob.incoming).isEmpty();
            assertThat(exchange.log).containsExactly("alice Invite");
        }
    }
}
