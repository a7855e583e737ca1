// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import static dev.duet.client.call.machine.CallEffect.ENTER_ROOM;
import static dev.duet.client.call.machine.CallEffect.LEAVE_ROOM;
import static dev.duet.client.call.machine.CallEffect.MEET_AND_LEAVE;
import static dev.duet.client.call.machine.CallEffect.SEND_BUSY;
import static dev.duet.client.call.machine.CallEffect.SEND_CANCEL;
import static dev.duet.client.call.machine.CallEffect.SEND_REJECT;
import static dev.duet.client.call.machine.Life.answered;
import static dev.duet.client.call.machine.Life.incoming;
import static dev.duet.client.call.machine.Life.outgoing;
import static dev.duet.client.call.machine.Life.refusal;
import static dev.duet.client.call.machine.Life.rung;
import static dev.duet.client.call.machine.Life.talking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.call.machine.CallEvent.AcceptRefused;
import dev.duet.client.call.machine.CallEvent.Cancelled;
import dev.duet.client.call.machine.CallEvent.InviteRefused;
import dev.duet.client.call.machine.CallEvent.NoMicrophone;
import dev.duet.client.call.machine.CallEvent.PeerLeft;
import dev.duet.client.call.machine.CallEvent.Reject;
import dev.duet.client.call.machine.CallEvent.Rejected;
import dev.duet.client.call.machine.CallEvent.RoomEnd;
import dev.duet.client.call.machine.CallEvent.RoomEnded;
import dev.duet.client.call.machine.CallEvent.SessionEnded;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.CallState.Connecting;
import dev.duet.client.call.state.CallState.Ringing;
import dev.duet.client.call.state.CallState.Talking;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.call.state.EndSide;
import dev.duet.client.call.state.RejectReason;
import dev.duet.frame.ServerEvent.LeaveReason;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallMachineTest {
    private static final CallEvent INVITED = new CallEvent.Invited();
    private static final CallEvent DELIVERED = new CallEvent.Delivered();
    private static final CallEvent ACCEPTED = new CallEvent.Accepted();
    private static final CallEvent TIMED_OUT = new CallEvent.TimedOut();
    private static final CallEvent ENTERED = new CallEvent.Entered(null);
    private static final CallEvent PEER_ENTERED = new CallEvent.PeerEntered(null);
    private static final CallEvent FLOWING = new CallEvent.Flowing();
    private static final CallEvent HANG_UP = new CallEvent.HangUp();
    private static final CallEvent ACCEPT = new CallEvent.Accept();
    private static final CallEvent ACCEPT_SENT = new CallEvent.AcceptSent();
    private static final CallEvent ACCEPT_DONE = new CallEvent.AcceptDone();

    @Nested
    class AnOutgoingCall {
        @Test
        void invitesRingsRingsThereConnectsAndTalks() {
            Life call = outgoing();
            assertThat(call.state()).isEqualTo(new CallState.Inviting());
            assertThat(call.on(INVITED).state()).isEqualTo(new Ringing(false));
            assertThat(call.on(DELIVERED).state()).isEqualTo(new Ringing(true));
            assertThat(call.on(ACCEPTED).state()).isEqualTo(new Connecting());
            assertThat(call.effects).containsExactly(ENTER_ROOM);
            assertThat(call.at(7).on(ENTERED, PEER_ENTERED).state()).isEqualTo(new Connecting());
            assertThat(call.at(300).on(FLOWING).state()).isEqualTo(new Talking(Life.START.plusMillis(7)));
        }

        @Test
        void talksOnlyWhenBothAreInTheRoomAndMediaFlowsInWhateverOrder() {
            assertThat(rung().on(ACCEPTED, FLOWING, PEER_ENTERED, ENTERED).state())
                    .isInstanceOf(Talking.class);
            assertThat(rung().on(ACCEPTED, FLOWING, ENTERED).state()).isEqualTo(new Connecting());
        }

        @Test
        void countsFromWhenTheServerHadBothInTheRoomHoweverLongMediaTakesHere() {
            Life call = rung().on(ACCEPTED, ENTERED).at(50).on(PEER_ENTERED);
            assertThat(call.at(900).on(PEER_ENTERED, FLOWING).state())
                    .isEqualTo(new Talking(Life.START.plusMillis(50)));
        }

        @Test
        void whoseWarmDeviceIsTakenIntoTheRoomHasBeenAnsweredWhateverIsToldFirst() {
            Life call = rung().on(ENTERED, ACCEPTED, PEER_ENTERED, FLOWING);
            assertThat(call.state()).isInstanceOf(Talking.class);
            assertThat(call.effects).containsExactly(ENTER_ROOM);
        }

        @Test
        void mayBeAnsweredBeforeTheOwnInviteIs() {
            assertThat(outgoing().on(ACCEPTED, INVITED).state()).isEqualTo(new Connecting());
        }

        @Test
        void endsAsDeclinedBusyOrUnansweredAsTheServerSays() {
            assertThat(rung().on(new Rejected(RejectReason.ACTIVE)).ending()).isEqualTo("REJECT by REMOTE");
            assertThat(rung().on(new Rejected(RejectReason.BUSY)).ending()).isEqualTo("LINE_BUSY by REMOTE");
            Life unanswered = rung().on(TIMED_OUT);
            assertThat(unanswered.ending()).isEqualTo("NO_RESPONSE by REMOTE");
            assertThat(unanswered.message()).isEqualTo("alice did not answer.");
        }

        @Test
        void thatRangNowhereEndsAsUnreachable() {
            Life call = outgoing().on(INVITED, TIMED_OUT);
            assertThat(call.ending()).isEqualTo("OFFLINE by REMOTE");
            assertThat(call.message()).isEqualTo("alice could not be reached.");
        }

        @Test
        void thatTheServerRefusesSaysWhy() {
            Life call = outgoing().on(new InviteRefused(false, refusal("There is no such user.")));
            assertThat(call.ending()).isEqualTo("UNKNOWN by SERVER");
            assertThat(call.message()).isEqualTo("There is no such user.");
        }

        @Test
        void thatNeverReachesTheServerIsALostConnection() {
            assertThat(outgoing()
                            .on(new InviteRefused(true, refusal("Nobody answered.")))
                            .ending())
                    .isEqualTo("CONNECTION_LOST by LOCAL");
        }

        @Test
        void doesNotRingForEverWhenTheServerIsGone() {
            assertThat(rung().pass(Duration.ofSeconds(40)).ending()).isEqualTo("CONNECTION_LOST by LOCAL");
        }

        @Test
        void withoutAMicrophoneIsCancelled() {
            Life call = rung().on(new NoMicrophone(refusal("There is no microphone.")));
            assertThat(call.ending()).isEqualTo("DEVICE_ERROR by LOCAL");
            assertThat(call.message()).isEqualTo("There is no microphone.");
            assertThat(call.effects).containsExactly(SEND_CANCEL);
        }

        @Test
        void isRefusedWhenThereIsAnotherOne() {
            assertThat(outgoing().on(new CallEvent.AlreadyInCall()).ending()).isEqualTo("LINE_BUSY by LOCAL");
        }
    }

    @Nested
    class Cancelling {
        @Test
        void waitsForTheServerToAgree() {
            Life call = rung().on(HANG_UP);
            assertThat(call.effects).containsExactly(SEND_CANCEL);
            assertThat(call.state()).isEqualTo(new Ringing(true));
            assertThat(call.on(new CallEvent.CancelDone()).ending()).isEqualTo("CANCELED by LOCAL");
        }

        @Test
        void asksOnceHoweverOftenTheButtonIsPressed() {
            assertThat(rung().on(HANG_UP, HANG_UP).effects).containsExactly(SEND_CANCEL);
        }

        @Test
        void thatCameAfterTheAnswerHangsUpOnWhoeverAnswered() {
            Life call = rung().on(HANG_UP, ACCEPTED);
            assertThat(call.ending()).isEqualTo("HANGUP by LOCAL");
            assertThat(call.effects).containsExactly(SEND_CANCEL, MEET_AND_LEAVE);
        }

        @Test
        void thatCrossedARejectionEndsAsRejected() {
            assertThat(rung().on(HANG_UP, new Rejected(RejectReason.ACTIVE)).ending())
                    .isEqualTo("REJECT by REMOTE");
        }

        @Test
        void withoutAConnectionEndsHereAfterTwoSeconds() {
            Life call = rung().on(HANG_UP).pass(Duration.ofMillis(1_999));
            assertThat(call.state()).isEqualTo(new Ringing(true));
            assertThat(call.pass(Duration.ofMillis(1)).ending()).isEqualTo("CANCELED by LOCAL");
        }

        @Test
        void whatTheServerNeverTookIsCancelledAllTheSame() {
            assertThat(outgoing()
                            .on(HANG_UP, new InviteRefused(true, refusal("Lost.")))
                            .ending())
                    .isEqualTo("CANCELED by LOCAL");
        }
    }

    @Nested
    class AnIncomingCall {
        @Test
        void ringsIsAnsweredAndConnects() {
            Life call = incoming();
            assertThat(call.state()).isEqualTo(new Ringing(true));
            assertThat(call.on(ACCEPT, ACCEPT_SENT).state()).isEqualTo(new Connecting());
            assertThat(call.on(ACCEPT_DONE).effects).containsExactly(ENTER_ROOM);
        }

        @Test
        void isDeclined() {
            Life call = incoming().on(new Reject(RejectReason.ACTIVE));
            assertThat(call.ending()).isEqualTo("REJECT by LOCAL");
            assertThat(call.message()).isEqualTo("You declined the call.");
            assertThat(call.effects).containsExactly(SEND_REJECT);
        }

        @Test
        void isDeclinedForAnotherCall() {
            Life call = incoming().on(new Reject(RejectReason.BUSY));
            assertThat(call.ending()).isEqualTo("LINE_BUSY by LOCAL");
            assertThat(call.effects).containsExactly(SEND_BUSY);
        }

        @Test
        void whoseWarmDeviceIsTakenIntoTheRoomBeforeTheAnswerIsReadConnects() {
            Life call = answered().on(ENTERED, ACCEPT_DONE, PEER_ENTERED, FLOWING);
            assertThat(call.state()).isInstanceOf(Talking.class);
            assertThat(call.effects).containsExactly(ENTER_ROOM);
        }

        @Test
        void stopsRingingWhenItIsOverElsewhere() {
            assertThat(incoming().on(new Cancelled(EndSide.REMOTE)).ending()).isEqualTo("CANCELED by REMOTE");
            assertThat(incoming().on(TIMED_OUT).ending()).isEqualTo("NO_RESPONSE by LOCAL");
            assertThat(incoming().on(TIMED_OUT).message()).isEqualTo("You missed a call from alice.");
            assertThat(incoming().on(new CallEvent.AnsweredElsewhere(true)).ending())
                    .isEqualTo("OTHER_DEVICE_ACCEPTED by LOCAL");
            assertThat(incoming().on(new CallEvent.AnsweredElsewhere(false)).ending())
                    .isEqualTo("OTHER_DEVICE_REJECT by LOCAL");
        }

        @Test
        void answeredTooLateEndsForTheReasonTheServerGives() {
            Life call = answered().on(new AcceptRefused(true, refusal("Over.")));
            assertThat(call.state()).isEqualTo(new Connecting());
            assertThat(call.on(new Cancelled(EndSide.REMOTE)).ending()).isEqualTo("CANCELED by REMOTE");
        }

        @Test
        void answeredTooLateEndsEvenWhenNoReasonIsGiven() {
            assertThat(answered()
                            .on(new AcceptRefused(true, refusal("Over.")))
                            .pass(Duration.ofSeconds(2))
                            .ending())
                    .isEqualTo("UNKNOWN by SERVER");
        }

        @Test
        void withoutAMicrophoneIsDeclinedBeforeTheAnswerWasSentAndLeftAfter() {
            CallEvent none = new NoMicrophone(refusal("No."));
            assertThat(incoming().on(ACCEPT, none).effects).containsExactly(SEND_REJECT);
            assertThat(answered().on(none).effects).containsExactly(MEET_AND_LEAVE);
        }

        @Test
        void thatCrossedAnOwnCallIsAcceptedByTheServer() {
            assertThat(answered().on(ACCEPTED, ACCEPT_DONE).effects).containsExactly(ENTER_ROOM);
        }

        @Test
        void stopsRingingByItselfWhenTheServerIsGone() {
            assertThat(incoming().pass(Duration.ofSeconds(40)).ending()).isEqualTo("NO_RESPONSE by LOCAL");
        }
    }

    @Nested
    class InTheRoom {
        @Test
        void countsFromWhenTheServerHadBothThereHoweverLateThatIsHeard() {
            Life call = rung().on(ACCEPTED, ENTERED).at(700);
            call.on(new CallEvent.PeerEntered(Life.START.plusMillis(300)), FLOWING);
            assertThat(call.state()).isEqualTo(new Talking(Life.START.plusMillis(300)));
        }

        @Test
        void takesTheLengthOfTheCallFromTheServerWhenItSaysSo() {
            Life theirs = talking().pass(Duration.ofSeconds(61));
            theirs.on(new PeerLeft(LeaveReason.LEFT, Duration.ofMillis(60_400)));
            assertThat(talked(theirs)).isEqualTo(Duration.ofMillis(60_400));
            Life mine = talking().pass(Duration.ofSeconds(61)).on(HANG_UP, counted(60_900));
            assertThat(talked(mine)).isEqualTo(Duration.ofMillis(60_900));
        }

        @Test
        void countsNothingOfACallThatWasNotTalkedIn() {
            assertThat(talked(talking().on(HANG_UP, counted(5)))).isZero();
            assertThat(talked(rung().on(HANG_UP, new CallEvent.CancelDone(), counted(9))))
                    .isZero();
            Life connecting = rung().on(ACCEPTED, ENTERED, PEER_ENTERED);
            assertThat(talked(connecting.on(new PeerLeft(LeaveReason.LEFT, Duration.ofMillis(9)))))
                    .isZero();
        }

        private static CallEvent counted(long millis) {
            return new CallEvent.Counted(Duration.ofMillis(millis));
        }

        private static Duration talked(Life call) {
            return ((CallState.Ended) call.state()).talked();
        }

        @Test
        void hangingUpTellsHowLongItTook() {
            Life call = talking().pass(Duration.ofSeconds(61)).on(HANG_UP);
            assertThat(call.state())
                    .isEqualTo(new CallState.Ended(
                            EndReason.HANGUP, EndSide.LOCAL, 0, "You ended the call.", Duration.ofSeconds(61)));
            assertThat(call.effects).containsExactly(ENTER_ROOM, LEAVE_ROOM);
        }

        @ParameterizedTest
        @CsvSource({
            "LEFT,      HANGUP by REMOTE",
            "TIMED_OUT, CONNECTION_LOST by REMOTE",
            "KICKED,    END_BY_SERVER by SERVER"
        })
        void theOtherSideLeavingEndsIt(LeaveReason reason, String ending) {
            Life call = talking().on(new PeerLeft(reason, null));
            assertThat(call.ending()).isEqualTo(ending);
            assertThat(call.effects).containsExactly(ENTER_ROOM, LEAVE_ROOM);
        }

        @ParameterizedTest
        @CsvSource({
            "KICKED,    END_BY_SERVER by SERVER",
            "DISSOLVED, END_BY_SERVER by SERVER",
            "LOST,      CONNECTION_LOST by LOCAL"
        })
        void beingOutEndsIt(RoomEnd why, String ending) {
            assertThat(talking().on(new RoomEnded(why)).ending()).isEqualTo(ending);
        }

        @Test
        void hangingUpBeforeTheOtherSideIsThereMakesSureThatItLearnsOfIt() {
            assertThat(rung().on(ACCEPTED, ENTERED, HANG_UP).effects).containsExactly(ENTER_ROOM, MEET_AND_LEAVE);
        }

        @Test
        void nobodyComingEndsItAfterTwentySeconds() {
            Life call = rung().on(ACCEPTED, ENTERED).pass(Duration.ofSeconds(20));
            assertThat(call.ending()).isEqualTo("CONNECTION_LOST by LOCAL");
            assertThat(call.message()).isEqualTo("The call could not be connected.");
        }

        @Test
        void losingTheSignInEndsIt() {
            assertThat(talking().on(new SessionEnded(EndSide.SERVER)).ending()).isEqualTo("END_BY_SERVER by SERVER");
            assertThat(talking().on(new SessionEnded(EndSide.LOCAL)).ending()).isEqualTo("HANGUP by LOCAL");
        }
    }

    @Test
    void anEndedCallStaysAsItEnded() {
        Life call = talking().on(HANG_UP);
        Stage ended = call.stage;
        call.on(ACCEPTED, TIMED_OUT, new CallEvent.Wake(), new PeerLeft(LeaveReason.TIMED_OUT, null));
        call.on(new SessionEnded(EndSide.SERVER));
        assertThat(call.stage).isSameAs(ended);
    }
}
