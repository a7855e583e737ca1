// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.line;

import dev.duet.testkit.KeptPaper;
import org.junit.jupiter.api.Test;

/// What `docs/protocol.md` says of repeated requests is what is kept.
class PaperLimitsTest {
    @Test
    void answers_that_are_remembered() {
        new KeptPaper("protocol.md")
                .mustSay("one of the last " + Conversation.REMEMBERED + " requests of this login gets the same answer");
    }
}
