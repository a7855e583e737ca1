// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import dev.duet.call.switchboard.Census;
import dev.duet.testkit.RandomSequences;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Ten thousand random steps, each compared with a model that has no index, no alarm and no cleverness.
final class SwitchboardModelTest {
    /// What happens next; `a`, `b`, `c` choose among whoever and whatever is there.
    record Step(Move move, int a, int b, int c) {
        static Step random(RandomGenerator random) {
            return new Step(Move.random(random), random.nextInt(1000), random.nextInt(1000), random.nextInt(1000));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void the_switchboard_agrees_with_the_model_when_clients_decide_who_is_busy(long seed) {
        RandomSequences.check(seed, 10_000, Step::random, steps -> play(BusyPolicy.CLIENT, steps));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void the_switchboard_agrees_with_the_model_when_the_server_decides_who_is_busy(long seed) {
        RandomSequences.check(seed, 10_000, Step::random, steps -> play(BusyPolicy.SERVER, steps));
    }

    @ParameterizedTest
    @EnumSource(BusyPolicy.class)
    void nothing_is_kept_when_everybody_is_gone(BusyPolicy policy) {
        RandomSequences.check(9, 2_000, Step::random, steps -> {
            ModelWorld world = play(policy, steps);
            world.everybodyGoesForADay();
            assertThat(world.census()).isEqualTo(new Census(0, 0, 0, 0, 0, 0, 0, 0, 0));
        });
    }

    @Test
    void the_sequences_reach_every_corner() {
        RandomGenerator random = new SplittableRandom(10);
        ModelWorld world = play(
                BusyPolicy.CLIENT,
                Stream.generate(() -> Step.random(random)).limit(10_000).toList());

        assertThat(world.seen.keySet())
                .contains("NewInvitation", "InvitationDelivered", "InviteeAccepted", "InviteeRejected")
                .contains("InvitationCancelled", "InvitationTimeout", "InvitationModified", "Abandoned")
                .contains("UserEntered", "UserLeft", "MediaChanged", "RoomExited", "Entered", "Dissolved")
                .contains("KickedOffline", "KICKED", "REPLACED", "LOGGED_OUT", "LeaveMedia", "WithdrawPush")
                .contains("INVALID_INVITE_ID", "NO_PERMISSION", "ALREADY_EXISTS", "INVALID_RECEIVER")
                .contains("ROOM_FULL", "ROOM_ENTER_REFUSED", "ROOM_SDP_REFUSED", "ROOM_NOT_FOUND")
                .contains("SCREEN_TAKEN", "SERVER_BUSY", "IN_PROGRESS", "INVALID_PARAMETERS")
                .contains("WarmUp", "AdoptWarm", "CloseSolo", "RestartSoloIce", "ReceiveSolo", "OpenMirror")
                .contains("RoomEntered", "UserHeld", "UserStatusChanged", "Receive", "RestartIce")
                .contains("HeldUserLeft", "HeldUserEntered", "HeldUserHeld", "HeldMediaChanged", "HeldRoomExited");
        assertThat(world.seen.getOrDefault("FREQUENCY_LIMIT", 0)).isLessThan(100);
    }

    private static ModelWorld play(BusyPolicy policy, List<Step> steps) {
        ModelWorld world = new ModelWorld(policy);
        steps.forEach(world::play);
        return world;
    }
}
