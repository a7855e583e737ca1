// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.media.answer.Answerer;
import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.sim.SimCall;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdmissionsTest {
    private static final RoomKey ROOM = new RoomKey(new AppId(1_400_000_000L), new RoomId.Named("r"));
    private static final SoloKey PHONE = new SoloKey(ROOM.app(), new LoginId("alice-1"));
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final UserId CAROL = new UserId("carol");

    private final Admissions admissions = new Admissions(
            new Answerer(List.of(new InetSocketAddress("192.0.2.1", 8080)), Fingerprint.sha256(new byte[] {1})),
            new Random(1));

    @Test
    void a_third_user_is_turned_away_until_one_leaves() {
        assertThat(enter(ALICE)).isInstanceOf(Admissions.Outcome.Admitted.class);
        assertThat(enter(BOB)).isInstanceOf(Admissions.Outcome.Admitted.class);
        assertThat(enter(CAROL)).isInstanceOf(Admissions.Outcome.Turned.class);
        admissions.leave(ROOM, ALICE);
        assertThat(enter(CAROL)).isInstanceOf(Admissions.Outcome.Admitted.class);
    }

    @Test
    void the_same_user_enters_again() {
        enter(ALICE);
        enter(BOB);
        assertThat(enter(ALICE)).isInstanceOf(Admissions.Outcome.Admitted.class);
    }

    @Test
    void a_restart_keeps_the_sources_and_changes_the_credentials() {
        Admissions.Outcome.Admitted before = (Admissions.Outcome.Admitted) enter(ALICE);
        Admissions.Outcome.Admitted after =
                (Admissions.Outcome.Admitted) admissions.restart(ROOM, ALICE, SimCall.chromium());
        assertThat(after.admission().ssrcs()).isEqualTo(before.admission().ssrcs());
        assertThat(after.admission().local()).isNotEqualTo(before.admission().local());
    }

    @Test
    void a_restart_with_another_certificate_or_from_outside_is_turned_away() {
        enter(ALICE);
        assertThat(admissions.restart(ROOM, ALICE, SimCall.firefox())).isInstanceOf(Admissions.Outcome.Turned.class);
        assertThat(admissions.restart(ROOM, BOB, SimCall.chromium())).isInstanceOf(Admissions.Outcome.Turned.class);
        assertThat(admissions.restart(ROOM, ALICE, SimCall.chromium())).isInstanceOf(Admissions.Outcome.Admitted.class);
    }

    @Test
    void an_offer_that_is_no_offer_is_turned_away_with_a_sentence() {
        assertThat(admissions.enter(ROOM, ALICE, "hello"))
                .isInstanceOfSatisfying(
                        Admissions.Outcome.Turned.class,
                        turned -> assertThat(turned.why()).endsWith("."));
        assertThat(enter(BOB)).isInstanceOf(Admissions.Outcome.Admitted.class);
        assertThat(enter(CAROL)).isInstanceOf(Admissions.Outcome.Admitted.class);
    }

    @Test
    void who_waits_is_answered_in_full_and_takes_that_into_the_room() {
        enter(BOB, SimCall.firefox());
        Admissions.Outcome.Admitted waiting = (Admissions.Outcome.Admitted) admissions.await(PHONE, SimCall.chromium());
        assertThat(waiting.answer()).contains("H264/90000", "red/48000");
        assertThat(admissions.adopt(PHONE, ROOM, ALICE)).isTrue();
        assertThat(admissions.adopt(PHONE, ROOM, ALICE)).as("once").isFalse();
        assertThat(enter(CAROL)).isInstanceOf(Admissions.Outcome.Turned.class);
        Admissions.Outcome.Admitted restarted =
                (Admissions.Outcome.Admitted) admissions.restart(ROOM, ALICE, SimCall.chromium());
        assertThat(restarted.admission().negotiated().streams())
                .isEqualTo(waiting.admission().negotiated().streams());
    }

    @Test
    void who_comes_after_an_adopted_one_is_held_to_its_codecs() {
        admissions.await(PHONE, SimCall.firefox());
        admissions.adopt(PHONE, ROOM, ALICE);
        Admissions.Outcome.Admitted bob = (Admissions.Outcome.Admitted) enter(BOB);
        assertThat(bob.answer()).contains("VP8/90000").doesNotContain("H264/90000", "red/48000");
    }

    @Test
    void a_full_room_adopts_only_who_is_in_it() {
        enter(ALICE);
        enter(BOB);
        admissions.await(PHONE, SimCall.chromium());
        assertThat(admissions.adopt(PHONE, ROOM, CAROL)).isFalse();
        assertThat(admissions.adopt(PHONE, ROOM, ALICE)).isTrue();
    }

    @Test
    void a_lobby_restarts_until_it_is_closed() {
        assertThat(admissions.restart(PHONE, SimCall.chromium())).isInstanceOf(Admissions.Outcome.Turned.class);
        admissions.await(PHONE, SimCall.chromium());
        assertThat(admissions.restart(PHONE, SimCall.chromium())).isInstanceOf(Admissions.Outcome.Admitted.class);
        assertThat(admissions.restart(PHONE, SimCall.firefox())).isInstanceOf(Admissions.Outcome.Turned.class);
        admissions.close(PHONE);
        assertThat(admissions.restart(PHONE, SimCall.chromium())).isInstanceOf(Admissions.Outcome.Turned.class);
        assertThat(admissions.adopt(PHONE, ROOM, ALICE)).isFalse();
    }

    @Test
    void nobody_is_adopted_out_of_a_mirror() {
        admissions.await(PHONE, SimCall.chromium());
        admissions.reflect(PHONE, SimCall.chromium());
        assertThat(admissions.adopt(PHONE, ROOM, ALICE)).isFalse();
        assertThat(admissions.restart(PHONE, SimCall.chromium())).isInstanceOf(Admissions.Outcome.Admitted.class);
    }

    private Admissions.Outcome enter(UserId user) {
        return enter(user, SimCall.chromium());
    }

    private Admissions.Outcome enter(UserId user, String offer) {
        return admissions.enter(ROOM, user, offer);
    }
}
