// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.error.ErrorCode;
import dev.duet.frame.ClientRequest.Invite;
import dev.duet.frame.InvitationInfo;
import dev.duet.id.DeviceId;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InvitationTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor ALICE = actor("alice", "a1", "l1");
    private static final Actor BOB = actor("bob", "b1", "l2");
    private static final Actor BOBS_OTHER = actor("bob", "b2", "l3");
    private static final Actor CAROL = actor("carol", "c1", "l4");

    private final Invitation ringing = invitation(Duration.ofSeconds(30), false);

    @Test
    void it_rings_until_it_has_one_outcome() {
        assertThat(ringing.isRinging()).isTrue();
        assertThat(moved(ringing.accept(BOB, "yes", NOW)).isRinging()).isFalse();
        assertThat(moved(ringing.reject(BOB, "no", NOW)).isRinging()).isFalse();
        assertThat(moved(ringing.cancel(ALICE, "", NOW)).isRinging()).isFalse();
        assertThat(ringing.timeOut(NOW).isRinging()).isFalse();
    }

    @Test
    void cancel_after_accept_is_refused() {
        Invitation accepted = moved(ringing.accept(BOB, "", NOW));

        assertThat(code(accepted.cancel(ALICE, "", NOW))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(code(accepted.accept(BOBS_OTHER, "", NOW))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(code(accepted.reject(BOB, "", NOW))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(code(accepted.modify(ALICE, "new"))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
    }

    @Test
    void nobody_else_may_touch_it_before_or_after_its_end() {
        for (Invitation one : List.of(ringing, ringing.timeOut(NOW))) {
            assertThat(code(one.cancel(BOB, "", NOW))).isEqualTo(ErrorCode.NO_PERMISSION);
            assertThat(code(one.accept(ALICE, "", NOW))).isEqualTo(ErrorCode.NO_PERMISSION);
            assertThat(code(one.accept(CAROL, "", NOW))).isEqualTo(ErrorCode.NO_PERMISSION);
            assertThat(code(one.modify(BOB, ""))).isEqualTo(ErrorCode.NO_PERMISSION);
        }
    }

    @Test
    void the_device_that_ended_it_may_ask_again_after_it_reconnected() {
        Invitation rejected = moved(ringing.reject(BOB, "no", NOW));

        assertThat(rejected.reject(actor("bob", "b1", "l9"), "no", NOW)).isEqualTo(new Step.Repeated());
        assertThat(code(rejected.reject(BOB, "no", NOW))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(code(rejected.accept(actor("bob", "b1", "l9"), "", NOW))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
        assertThat(code(rejected.reject(BOBS_OTHER, "no", NOW))).isEqualTo(ErrorCode.INVALID_INVITE_ID);
    }

    @Test
    void modified_data_is_shown_and_the_request_is_kept() {
        Invitation modified = moved(ringing.modify(ALICE, "new"));

        assertThat(modified.info().data()).isEqualTo("new");
        assertThat(modified.asked().data()).isEqualTo("data");
    }

    @Test
    void one_without_a_timeout_shows_no_deadline_and_ends_after_a_day() {
        Invitation endless = invitation(Duration.ZERO, false);

        assertThat(endless.info().deadline()).isEqualTo(endless.info().createdAt());
        assertThat(endless.endsAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(ringing.endsAt()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void one_for_online_users_only_is_visible_once_it_rang_somewhere() {
        Invitation hidden = invitation(Duration.ofSeconds(30), true);

        assertThat(hidden.isVisibleToInvitee()).isFalse();
        assertThat(hidden.ringsOn(new DeviceId("b1")).isVisibleToInvitee()).isTrue();
        assertThat(ringing.isVisibleToInvitee()).isTrue();
    }

    @Test
    void clients_see_how_it_ended() {
        assertThat(ringing.info().end()).isNull();
        assertThat(moved(ringing.cancel(ALICE, "bye", NOW)).info().end())
                .isEqualTo(new InvitationInfo.End(InvitationInfo.Outcome.CANCELLED, "bye"));
        assertThat(ringing.timeOut(NOW).info().end())
                .isEqualTo(new InvitationInfo.End(InvitationInfo.Outcome.TIMED_OUT, ""));
        assertThat(ringing.busy(NOW).info().end())
                .isEqualTo(new InvitationInfo.End(
                        InvitationInfo.Outcome.REJECTED, "{\"cmd\":\"av_call\",\"msg\":{\"reason\":\"busy\"}}"));
    }

    private static Invitation invitation(Duration timeout, boolean onlineUserOnly) {
        Invite asked = new Invite(BOB.user(), "data", timeout, onlineUserOnly, null, null);
        return Invitation.ring(new InviteId("i1"), ALICE.device(), asked, NOW);
    }

    private static Actor actor(String user, String device, String login) {
        return new Actor(new DeviceKey(new UserId(user), new DeviceId(device)), new LoginId(login));
    }

    private static Invitation moved(Step step) {
        return ((Step.Moved) step).invitation();
    }

    private static ErrorCode code(Step step) {
        return ((Step.Refused) step).refusal().code();
    }
}
