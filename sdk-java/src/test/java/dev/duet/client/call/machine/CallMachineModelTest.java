// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.Result;
import dev.duet.client.call.state.CallDirection;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.EndSide;
import dev.duet.client.call.state.RejectReason;
import dev.duet.frame.ServerEvent.LeaveReason;
import dev.duet.testkit.RandomSequences;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever a call is told, in whatever order: it ends once, and asks only for what makes sense.
class CallMachineModelTest {
    private static final int SEEDS = 3_000;
    private static final int LENGTH = 25;
    private static final Result<Void> WHY = Result.refused(-1, "Because.");

    /// An event, some time after the one before.
    private record Happening(CallEvent event, Duration later) {}

    private static final List<CallEvent> EVENTS = List.of(
            new CallEvent.Invited(),
            new CallEvent.InviteRefused(false, WHY),
            new CallEvent.InviteRefused(true, WHY),
            new CallEvent.AlreadyInCall(),
            new CallEvent.Delivered(),
            new CallEvent.Rejected(RejectReason.BUSY),
            new CallEvent.CancelDone(),
            new CallEvent.Cancelled(EndSide.REMOTE),
            new CallEvent.TimedOut(),
            new CallEvent.AnsweredElsewhere(true),
            new CallEvent.Accept(),
            new CallEvent.AcceptSent(),
            new CallEvent.AcceptDone(),
            new CallEvent.AcceptRefused(true, WHY),
            new CallEvent.AcceptRefused(false, WHY),
            new CallEvent.Accepted(),
            new CallEvent.HangUp(),
            new CallEvent.Reject(RejectReason.BUSY),
            new CallEvent.Reject(RejectReason.ACTIVE),
            new CallEvent.Entered(null),
            new CallEvent.EnterRefused(WHY),
            new CallEvent.PeerEntered(null),
            new CallEvent.Flowing(),
            new CallEvent.PeerLeft(LeaveReason.LEFT, Duration.ofSeconds(1)),
            new CallEvent.Counted(Duration.ofSeconds(2)),
            new CallEvent.RoomEnded(CallEvent.RoomEnd.LOST),
            new CallEvent.NoMicrophone(WHY),
            new CallEvent.SessionEnded(EndSide.SERVER),
            new CallEvent.Wake());

    @ParameterizedTest
    @EnumSource
    void aCallEndsOnceAndAsksOnlyForWhatMakesSense(CallDirection direction) {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomSequences.check(seed, LENGTH, CallMachineModelTest::happening, all -> play(direction, all));
        }
    }

    /// Ends are made rare, so that most calls come far.
    private static Happening happening(RandomGenerator random) {
        CallEvent event = EVENTS.get(random.nextInt(EVENTS.size()));
        boolean again = !isOnTheWay(event) && random.nextInt(4) > 0;
        CallEvent chosen = again ? EVENTS.get(random.nextInt(EVENTS.size())) : event;
        return new Happening(chosen, Duration.ofMillis(random.nextInt(3_000)));
    }

    private static boolean isOnTheWay(CallEvent event) {
        return event instanceof CallEvent.Arriving
                || event instanceof CallEvent.Accepted
                || event instanceof CallEvent.OfAnswering;
    }

    private static void play(CallDirection direction, List<Happening> all) {
        Witness witness = new Witness(direction);
        all.forEach(witness::see);
        witness.leaveAlone();
    }

    /// What it has seen of one call.
    private static final class Witness {
        private final CallDirection direction;
        private final Set<CallEffect> asked = EnumSet.noneOf(CallEffect.class);
        private Instant now = Life.START;
        private Stage stage;

        Witness(CallDirection direction) {
            this.direction = direction;
            Instant until = now.plusSeconds(40);
            this.stage = direction == CallDirection.OUTGOING ? Stage.dialling(until) : Stage.ringing(until);
        }

        void see(Happening happening) {
            now = now.plus(happening.later());
            tell(happening.event());
        }

        private void tell(CallEvent event) {
            Stage before = stage;
            Step step = CallMachine.advance(before, event, new Parties("alice", direction), now);
            stage = step.stage();
            if (before instanceof Stage.Ended) {
                if (!(event instanceof CallEvent.Counted)) {
                    assertThat(stage).as("ended is final").isSameAs(before);
                }
                assertThat(step.effects()).isEmpty();
            }
            assertThat(order(stage.shown())).as("no way back").isGreaterThanOrEqualTo(order(before.shown()));
            step.effects().forEach(effect -> check(effect, before));
            if (stage instanceof Stage.Ended ended) {
                checkEnd(ended.end(), before);
            }
        }

        private void check(CallEffect effect, Stage before) {
            boolean isOutgoing = direction == CallDirection.OUTGOING;
            switch (effect) {
                case SEND_CANCEL ->
                    assertThat(isOutgoing && before instanceof Stage.Before).isTrue();
                case SEND_REJECT, SEND_BUSY -> {
                    assertThat(isOutgoing).isFalse();
                    assertThat(stage).isInstanceOf(Stage.Ended.class);
                    assertThat(before instanceof Stage.Accepting accepting && accepting.asked())
                            .as("nobody declines what was answered")
                            .isFalse();
                }
                case ENTER_ROOM -> {
                    assertThat(asked).as("entered once").doesNotContain(effect);
                    assertThat(stage).isInstanceOf(Stage.Connecting.class);
                }
                case LEAVE_ROOM, MEET_AND_LEAVE -> assertThat(stage).isInstanceOf(Stage.Ended.class);
            }
            asked.add(effect);
        }

        private void checkEnd(CallState.Ended end, Stage before) {
            assertThat(end.message()).endsWith(".");
            assertThat(end.talked()).isGreaterThanOrEqualTo(Duration.ZERO);
            if (!(before instanceof Stage.Talking) && !(before instanceof Stage.Ended)) {
                assertThat(end.talked()).isZero();
            }
        }

        /// Nothing else happens any more: what waits for something must not wait for ever.
        void leaveAlone() {
            for (int woken = 0; stage.wakeAt().isPresent(); woken++) {
                assertThat(woken).as("wakes before it is over").isLessThan(3);
                Instant at = stage.wakeAt().orElseThrow();
                now = at.isAfter(now) ? at : now;
                tell(new CallEvent.Wake());
            }
            assertThat(stage).isInstanceOfAny(Stage.Talking.class, Stage.Ended.class);
        }

        private static int order(CallState state) {
            return switch (state) {
                case CallState.Inviting inviting -> 0;
                case CallState.Ringing ringing -> 1;
                case CallState.Connecting connecting -> 2;
                case CallState.Talking talking -> 3;
                case CallState.Ended ended -> 4;
            };
        }
    }
}
