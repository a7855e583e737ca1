// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ringing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.quota.Limit;
import dev.duet.call.solo.SpeedTestDesk;
import dev.duet.testkit.KeptPaper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The limits that `docs/protocol.md` tells authors of clients are the ones that are kept.
class PaperLimitsTest {
    private static final KeptPaper PAPER = new KeptPaper("protocol.md");

    private static String rate(Limit limit) {
        Duration refill = limit.refill();
        return limit.burst() + ", then "
                + (refill.compareTo(Duration.ofSeconds(1)) > 0
                        ? "one each " + refill.toSeconds() + " s"
                        : Duration.ofSeconds(1).dividedBy(refill) + " a second");
    }

    @Test
    void rates() {
        PAPER.mustSay("| requests of one login | " + rate(Limit.REQUESTS) + " |");
        PAPER.mustSay("| invitations of one user | " + rate(Limit.INVITES) + "; at most " + Dialling.MOST_RINGING
                + " of them ringing |");
        PAPER.mustSay("| logins of one user | " + rate(Limit.LOGIN_ATTEMPTS) + " |");
        PAPER.mustSay("| refused tickets from one address | " + rate(Limit.REFUSED_TICKETS) + " (70050) |");
    }

    @Test
    void requests_about_who_can_be_reached() {
        PAPER.mustSay(
                "| `getUserStatus`, `subscribeUserStatus`, `unsubscribeUserStatus`, `setSelfStatus` of one login | "
                        + rate(Limit.STATUS_QUERIES).replace(", then", " each, then") + " each |");
        for (Limit limit : List.of(Limit.STATUS_SUBSCRIPTIONS, Limit.STATUS_UNSUBSCRIPTIONS, Limit.STATUS_CHANGES)) {
            assertThat(rate(limit)).isEqualTo(rate(Limit.STATUS_QUERIES));
        }
    }

    @Test
    void speed_tests() {
        PAPER.mustSay("| speed tests of one login | " + rate(Limit.SPEED_TESTS) + "; one at a time, "
                + SpeedTestDesk.LONGEST.toSeconds() + " s long at most |");
        PAPER.mustSay("A test lasts " + SpeedTestDesk.LONGEST.toSeconds() + " s at most");
    }

    @Test
    void custom_commands() {
        PAPER.mustSay("| custom commands of one login | " + Limit.CUSTOM_COMMANDS.burst() + " and "
                + Limit.CUSTOM_COMMAND_BYTES.burst() + " bytes, then as much each second |");
        for (Limit limit : new Limit[] {Limit.CUSTOM_COMMANDS, Limit.CUSTOM_COMMAND_BYTES}) {
            assertThat(Duration.ofSeconds(1).dividedBy(limit.refill())).isEqualTo(limit.burst());
        }
    }

    @Test
    void what_is_remembered() {
        PAPER.mustSay("that ended within the last " + Bell.REMEMBERED.toSeconds() + " s (the latest "
                + InvitationDesk.MOST_PENDING + ")");
        PAPER.mustSay("until " + Bell.REMEMBERED.toSeconds() + " s after its end");
    }
}
