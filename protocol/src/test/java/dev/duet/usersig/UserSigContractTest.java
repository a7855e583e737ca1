// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.error.ErrorCode;
import dev.duet.id.UserId;
import dev.duet.usersig.Vectors.Case;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of `contract/usersig-vectors.json`.
class UserSigContractTest {

    @ParameterizedTest
    @MethodSource("vectors")
    void a_ticket_of_the_original_maker_is_accepted(Case vector) {
        Instant made = Instant.ofEpochSecond(vector.number("time"));

        Verdict verdict = check(vector).check(vector.app(), vector.user(), vector.text("sig"), made);

        UserSig ticket = new UserSig(
                vector.app(),
                vector.user(),
                vector.number("time"),
                vector.number("expire"),
                vector.textOrNull("tlsUserbuf"));
        assertThat(verdict).isEqualTo(new Verdict.Accepted(ticket));
        assertThat(ticket.signedText()).isEqualTo(vector.text("signedContent"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_same_claims_make_the_same_ticket(Case vector) throws Unreadable {
        UserSigMint mint = new UserSigMint(vector.app(), vector.secret());
        Instant now = Instant.ofEpochSecond(vector.number("time"));
        Duration life = Duration.ofSeconds(vector.number("expire"));
        String userbuf = vector.textOrNull("tlsUserbuf");

        if (userbuf == null) {
            assertThat(Packing.unpack(mint.mint(vector.user(), now, life))).isEqualTo(vector.text("json"));
        } else if (!userbuf.contains("\n")) {
            RoomPermit permit = RoomPermit.decode(userbuf).orElseThrow();
            String key = mint.mintPrivateMapKey(
                    vector.user(),
                    permit.room(),
                    permit.privileges(),
                    permit.expiresAt().minus(life),
                    life);
            assertThat(read(key).claims().userbuf()).isEqualTo(userbuf);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_permit_is_laid_out_as_the_original_maker_does(Case vector) {
        String userbuf = vector.textOrNull("tlsUserbuf");
        if (userbuf != null) {
            RoomPermit permit = RoomPermit.decode(userbuf).orElseThrow();
            assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(permit.encode())))
                    .isEqualTo(vector.text("userbufHex"));
        }
    }

    @ParameterizedTest
    @MethodSource("alsoAccept")
    void a_ticket_of_another_maker_is_accepted(Case vector) {
        assertThat(check(vector).check(vector.app(), vector.user(), vector.text("sig"), vector.now()))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("refuse")
    void a_bad_ticket_is_refused_with_its_code(Case vector) {
        UserId user = UserId.of(vector.text("userId")).orElse(new UserId("alice"));

        Verdict verdict = check(vector).check(vector.app(), user, vector.text("sig"), vector.now());

        assertThat(code(verdict)).isEqualTo((int) vector.number("expect"));
        assertThat(verdict.sentence()).endsWith(".").doesNotContain(vector.text("key"));
    }

    @ParameterizedTest
    @MethodSource("privateMapKeys")
    void a_private_map_key_opens_its_room_and_no_other(Case vector) {
        Verdict verdict = check(vector)
                .checkPrivateMapKey(
                        vector.app(),
                        vector.user(),
                        vector.room(),
                        privileges((int) vector.number("needBits")),
                        vector.text("privateMapKey"),
                        vector.now());

        if (vector.text("expect").equals("accept")) {
            assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        } else {
            assertThat(code(verdict)).isEqualTo((int) vector.number("expect"));
        }
    }

    static List<Case> vectors() {
        return all("vectors", 6);
    }

    static List<Case> alsoAccept() {
        return all("alsoAccept", 9);
    }

    static List<Case> refuse() {
        return all("refuse", 42);
    }

    static List<Case> privateMapKeys() {
        return all("privateMapKeys", 16);
    }

    private static List<Case> all(String list, int count) {
        List<Case> cases = Vectors.of(list);
        assertThat(cases).hasSize(count);
        return cases;
    }

    private static UserSigCheck check(Case vector) {
        return new UserSigCheck(app -> Optional.of(vector.secret()));
    }

    private static TicketJson read(String ticket) throws Unreadable {
        return TicketJson.read(Packing.unpack(ticket));
    }

    private static Set<Privilege> privileges(int bits) {
        Set<Privilege> privileges = EnumSet.allOf(Privilege.class);
        privileges.removeIf(privilege -> (bits & privilege.bit()) == 0);
        return privileges;
    }

    private static @Nullable Integer code(Verdict verdict) {
        return verdict instanceof Verdict.Rejected(ErrorCode code, String sentence) ? code.number() : null;
    }
}
