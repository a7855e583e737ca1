// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import dev.duet.server.config.Entry;
import org.junit.jupiter.api.Test;

class ServerBusyIT extends TwoBrowsers {

    @Override
    protected Entry[] settings() {
        return new Entry[] {new Entry("busy", "server", "test")};
    }

    @Test
    void the_server_answers_busy_and_the_callee_never_rings() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        Tab carol = red("carol");
        carol.callVideo("bob");
        carol.seesEnd("lineBusy");
        bob.seesNo("incoming");
        bob.seesAndHears();
    }
}
