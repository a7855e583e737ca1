// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.error.ErrorCode;
import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserSigCheckTest {
    private static final AppId APP = new AppId(1400000001);
    private static final UserId ALICE = new UserId("alice");
    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final RoomId ROOM = new RoomId.Named("call-7f3a");

    private final UserSigMint mint = new UserSigMint(APP, AppSecret.of(KEY));
    private final UserSigCheck check =
            new UserSigCheck(app -> app.equals(APP) ? Optional.of(AppSecret.of(KEY)) : Optional.empty());

    @Test
    void a_ticket_is_good_from_its_first_second_to_its_last() {
        String ticket = mint.mint(ALICE, NOW, DAY);

        assertThat(check.check(APP, ALICE, ticket, NOW).sentence())
                .isEqualTo("The ticket is good for user alice of app 1400000001 until 2026-11-24T08:00:00Z.");
        assertThat(check.check(APP, ALICE, ticket, NOW.plus(DAY).plusMillis(999)))
                .isInstanceOf(Verdict.Accepted.class);
        rejected(
                check.check(APP, ALICE, ticket, NOW.plus(DAY).plusSeconds(1)),
                ErrorCode.USERSIG_EXPIRED,
                "The ticket expired at 2026-11-24T08:00:00Z; get a new one from your app's server.");
    }

    @Test
    void a_makers_clock_may_be_five_minutes_ahead() {
        String ticket = mint.mint(ALICE, NOW.plusSeconds(300), DAY);

        assertThat(check.check(APP, ALICE, ticket, NOW)).isInstanceOf(Verdict.Accepted.class);
        rejected(
                check.check(APP, ALICE, ticket, NOW.minusSeconds(1)),
                ErrorCode.USERSIG_MALFORMED,
                "made in the future");
    }

    @Test
    void an_unknown_app_is_named_before_the_ticket_is_looked_at() {
        rejected(check.check(new AppId(5), ALICE, "", NOW), ErrorCode.UNKNOWN_APP, "App 5 is not known here");
    }

    @Test
    void a_revoked_ticket_is_refused_and_a_later_one_is_not() {
        String ticket = mint.mint(ALICE, NOW, DAY);

        rejected(check.check(APP, ALICE, ticket, NOW.plusSeconds(5), NOW), ErrorCode.USERSIG_REVOKED, "revoked at");
        assertThat(check.check(APP, ALICE, ticket, NOW.plusSeconds(5), NOW.minusSeconds(1)))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void the_sentence_names_the_mistake() {
        rejected(
                check.check(APP, new UserId("bob"), mint.mint(ALICE, NOW, DAY), NOW),
                ErrorCode.USERSIG_OTHER_USER,
                "The ticket is for user alice, not for bob.");
        rejected(check.check(APP, ALICE, "abc+", NOW), ErrorCode.USERSIG_MALFORMED, "`+ / =` must be written `* - _`");
        rejected(check.check(APP, ALICE, "a".repeat(20000), NOW), ErrorCode.USERSIG_MALFORMED, "longer than");
        rejected(check.check(APP, ALICE, Packing.pack("{}"), NOW), ErrorCode.USERSIG_MALFORMED, "it has no TLS.ver");
        rejected(
                check.check(APP, ALICE, Packing.pack("x".repeat(8193)), NOW),
                ErrorCode.USERSIG_MALFORMED,
                "more than 8192");
        rejected(check.check(APP, ALICE, Packing.pack("{'a':".repeat(100)), NOW), ErrorCode.USERSIG_MALFORMED, "JSON");
    }

    @Test
    void a_ticket_signed_with_the_decoded_secret_is_recognised() throws Unreadable {
        UserSig claims = new UserSig(APP, ALICE, NOW.getEpochSecond(), 60, null);
        byte[] mac = Signature.of(claims, HexFormat.of().parseHex(KEY));

        rejected(
                check.check(APP, ALICE, Packing.pack(new TicketJson(claims, mac).write()), NOW),
                ErrorCode.USERSIG_FORGED,
                "use the secret's text as the key");
    }

    @Test
    void a_private_map_key_opens_its_room_until_it_expires() {
        String key = mint.mintPrivateMapKey(ALICE, ROOM, EnumSet.of(Privilege.ENTER_ROOM), NOW, DAY);

        assertThat(enter(key, ROOM, NOW)).isInstanceOf(Verdict.Accepted.class);
        rejected(enter(key, ROOM, NOW.plus(DAY).plusSeconds(1)), ErrorCode.PRIVATE_MAP_KEY_INVALID, "expired");
        rejected(
                enter(key, new RoomId.Named("other"), NOW),
                ErrorCode.PRIVATE_MAP_KEY_INVALID,
                "for room \"call-7f3a\", not for \"other\"");
        rejected(enter(mint.mint(ALICE, NOW, DAY), ROOM, NOW), ErrorCode.PRIVATE_MAP_KEY_INVALID, "plain UserSig");
        rejected(
                check.checkPrivateMapKey(APP, ALICE, ROOM, EnumSet.of(Privilege.SEND_AUDIO), key, NOW),
                ErrorCode.PRIVATE_MAP_KEY_INVALID,
                "needed: [SEND_AUDIO]");
    }

    @Test
    void any_cut_of_a_permit_is_refused() {
        byte[] whole =
                Base64.getDecoder().decode(new RoomPermit(APP, ALICE, ROOM, 1, Set.of(Privilege.ENTER_ROOM)).encode());
        for (int length = 0; length < whole.length; length++) {
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(whole, length));
            assertThat(RoomPermit.decode(cut)).as("%d bytes", length).isEmpty();
        }
        String longer = Base64.getEncoder().encodeToString(Arrays.copyOf(whole, whole.length + 1));
        assertThat(RoomPermit.decode(longer)).isEmpty();
    }

    @Test
    void the_secret_never_shows_itself() {
        assertThat(AppSecret.of(KEY).toString() + mint).doesNotContain(KEY);
    }

    @Test
    void a_mint_refuses_what_no_check_would_accept() {
        assertThatThrownBy(() -> mint.mint(ALICE, NOW, Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mint.mintPrivateMapKey(ALICE, ROOM, Set.of(), NOW, Duration.ofDays(40000)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AppSecret.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    private Verdict enter(String key, RoomId room, Instant now) {
        return check.checkPrivateMapKey(APP, ALICE, room, EnumSet.of(Privilege.ENTER_ROOM), key, now);
    }

    private static void rejected(Verdict verdict, ErrorCode code, String words) {
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        assertThat(((Verdict.Rejected) verdict).code()).isEqualTo(code);
        assertThat(verdict.sentence()).contains(words).doesNotContain(KEY);
    }
}
