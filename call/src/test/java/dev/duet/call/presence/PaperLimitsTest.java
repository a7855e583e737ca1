// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.presence;

import dev.duet.testkit.KeptPaper;
import org.junit.jupiter.api.Test;

/// What `docs/protocol.md` says of how much is kept about who can be reached is what is kept.
class PaperLimitsTest {
    private static final KeptPaper PAPER = new KeptPaper("protocol.md");

    @Test
    void subscriptions() {
        PAPER.mustSay("| users that one login is subscribed to | " + Subscriptions.MOST_WATCHED + " |");
        PAPER.mustSay("than " + Subscriptions.MOST_WATCHED + " users in all");
    }

    @Test
    void lost_users() {
        PAPER.mustSay("The server remembers " + Statuses.MOST_LOST + " such users");
    }
}
