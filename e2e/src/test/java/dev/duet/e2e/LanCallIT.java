// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.server.config.Entry;
import org.junit.jupiter.api.Test;

/// As with `./duet start --lan`, from the address a phone uses; the tabs have accepted the server's own certificate.
class LanCallIT extends TwoBrowsers {

    @Override
    protected Entry[] settings() {
        return new Entry[] {new Entry("lan", "true", "test")};
    }

    @Test
    void two_sign_in_by_name_and_see_and_hear_each_other_over_https() {
        assertThat(server().origin()).startsWith("https://").doesNotContain("localhost");
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        alice.seesColour(FakeMedia.Colour.BLUE);
        bob.click("hang-up");
        alice.seesEnd("hangup");
        alice.noErrors();
        bob.noErrors();
    }
}
