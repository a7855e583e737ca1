// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RoomUser;
import dev.duet.frame.Scene;
import dev.duet.id.DeviceId;
import dev.duet.id.DeviceKey;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RoomTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final UserId CAROL = new UserId("carol");

    private final Room empty = Room.open(new RoomId.Named("r1"), Scene.VIDEO_CALL);
    private final Room both = empty.with(occupant(ALICE, "a1")).with(occupant(BOB, "b1"));

    @Test
    void it_has_two_places() {
        assertThat(both.refuses(CAROL, Scene.VIDEO_CALL).map(Refusal::code)).contains(ErrorCode.ROOM_FULL);
        assertThat(both.without(BOB).refuses(CAROL, Scene.VIDEO_CALL)).isEmpty();
    }

    @Test
    void a_place_that_is_kept_is_taken() {
        Room kept = empty.keepsPlaceFor(ALICE, Scene.VIDEO_CALL).keepsPlaceFor(BOB, Scene.VIDEO_CALL);

        assertThat(kept.refuses(CAROL, Scene.VIDEO_CALL)).isPresent();
        assertThat(kept.refuses(ALICE, Scene.VIDEO_CALL)).isEmpty();
        assertThat(kept.givesUpPlaceOf(BOB).refuses(CAROL, Scene.VIDEO_CALL)).isEmpty();
    }

    @Test
    void a_user_who_is_in_may_come_in_again_and_takes_no_second_place() {
        assertThat(both.refuses(ALICE, Scene.VIDEO_CALL)).isEmpty();
        assertThat(both.with(occupant(ALICE, "a2")).occupants()).hasSize(2);
    }

    @Test
    void the_scene_is_fixed_while_anybody_else_is_there() {
        assertThat(both.without(BOB).refuses(BOB, Scene.AUDIO_CALL).map(Refusal::code))
                .contains(ErrorCode.INVALID_PARAMETERS);
        Room alone = both.without(BOB);
        assertThat(alone.refuses(ALICE, Scene.AUDIO_CALL)).isEmpty();
        assertThat(alone.keepsPlaceFor(ALICE, Scene.AUDIO_CALL).scene()).isEqualTo(Scene.AUDIO_CALL);
    }

    @Test
    void each_user_sees_the_other() {
        MediaFlags flags = new MediaFlags(true, false, false);
        Room talking = both.where(both.occupant(BOB).orElseThrow().sends(flags));

        assertThat(talking.usersFor(ALICE)).containsExactly(new RoomUser(BOB, flags));
        assertThat(talking.usersFor(BOB)).containsExactly(new RoomUser(ALICE, MediaFlags.NONE));
    }

    @Test
    void an_occupant_is_silent_only_when_both_its_ways_are_and_since_the_later_one() {
        Occupant fresh = occupant(ALICE, "a1");
        Occupant noSocket = fresh.losesSocket(NOW.plusSeconds(5));

        assertThat(fresh.silentSince()).isEmpty();
        assertThat(noSocket.silentSince()).contains(NOW.plusSeconds(5));
        assertThat(noSocket.hears(new Contact.Alive()).silentSince()).isEmpty();
        assertThat(noSocket.hears(new Contact.Silent(NOW.plusSeconds(9))).silentSince())
                .contains(NOW.plusSeconds(9));
        assertThat(noSocket.returns(new LoginId("l2")).silentSince()).isEmpty();
    }

    @Test
    void the_levels_of_quality_keep_loss_round_trip_and_jitter() {
        assertThat(level(null, 0, 0)).isEqualTo(QualityLevel.UNKNOWN);
        assertThat(level(20, 0, 0)).isEqualTo(QualityLevel.EXCELLENT);
        assertThat(level(20, 2, 0)).isEqualTo(QualityLevel.GOOD);
        assertThat(level(300, 0, 0)).isEqualTo(QualityLevel.POOR);
        assertThat(level(100, 10, 0)).isEqualTo(QualityLevel.BAD);
        assertThat(level(100, 29, 0)).isEqualTo(QualityLevel.VERY_BAD);
        assertThat(level(100, 60, 0)).isEqualTo(QualityLevel.DOWN);
        assertThat(level(20, 0, 30)).isEqualTo(QualityLevel.EXCELLENT);
        assertThat(level(20, 0, 31)).isEqualTo(QualityLevel.GOOD);
        assertThat(level(20, 0, 100)).isEqualTo(QualityLevel.POOR);
        assertThat(level(20, 0, 200)).isEqualTo(QualityLevel.BAD);
        assertThat(level(20, 0, 400)).isEqualTo(QualityLevel.VERY_BAD);
        assertThat(level(20, 0, 401)).isEqualTo(QualityLevel.DOWN);
        assertThat(QualityLevel.worse(QualityLevel.GOOD, QualityLevel.BAD)).isEqualTo(QualityLevel.BAD);
        assertThat(QualityLevel.worse(QualityLevel.UNKNOWN, QualityLevel.BAD)).isEqualTo(QualityLevel.UNKNOWN);
        assertThat(QualityLevel.worse(QualityLevel.UNKNOWN, QualityLevel.DOWN)).isEqualTo(QualityLevel.DOWN);
    }

    private static QualityLevel level(@Nullable Integer rttMs, double loss, long jitterMs) {
        return QualityLevel.of(rttMs == null ? null : Duration.ofMillis(rttMs), loss, Duration.ofMillis(jitterMs));
    }

    private static Occupant occupant(UserId user, String device) {
        return Occupant.enters(new DeviceKey(user, new DeviceId(device)), new LoginId("l1"), NOW);
    }
}
