// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;

/// Any ticket, any JSON in a ticket, any extension in a rightly signed ticket: nothing throws, only what is signed is
/// accepted, and a permit that reads is written as it reads. Seeds are tickets, their JSON and their extensions.
class UserSigCheckFuzzTest {
    private static final AppId APP = new AppId(1400000001);
    private static final UserId ALICE = new UserId("alice");
    private static final RoomId ROOM = new RoomId.Numbered(218695);
    private static final AppSecret SECRET =
            AppSecret.of("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    private static final Instant NOW = Instant.ofEpochSecond(1795391835);

    private final UserSigCheck check = new UserSigCheck(app -> Optional.of(SECRET));

    @FuzzTest
    void no_ticket_makes_the_check_throw(byte[] bytes) throws Unreadable {
        String text = new String(bytes, StandardCharsets.UTF_8);
        judge(text);
        judge(Packing.pack(text));
        judge(signed(Base64.getEncoder().encodeToString(bytes)));
        judge(signed(text));
        permit(Base64.getEncoder().encodeToString(bytes));
    }

    private void judge(String ticket) throws Unreadable {
        check.checkPrivateMapKey(APP, ALICE, ROOM, EnumSet.of(Privilege.ENTER_ROOM), ticket, NOW);
        if (check.check(APP, ALICE, ticket, NOW) instanceof Verdict.Accepted accepted) {
            TicketJson read = TicketJson.read(Packing.unpack(ticket));
            if (!read.isSignedWith(SECRET.bytes()) || !read.claims().equals(accepted.ticket())) {
                throw new AssertionError("accepted unsigned: " + ticket);
            }
        }
    }

    private static String signed(String userbuf) {
        UserSig claims = new UserSig(APP, ALICE, NOW.getEpochSecond(), 60, userbuf);
        return Packing.pack(new TicketJson(claims, Signature.of(claims, SECRET.bytes())).write());
    }

    private static void permit(String userbuf) {
        RoomPermit.decode(userbuf).ifPresent(permit -> {
            if (!RoomPermit.decode(permit.encode()).equals(Optional.of(permit))) {
                throw new AssertionError("became another permit: " + permit);
            }
        });
    }
}
