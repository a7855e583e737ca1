// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

class FirefoxIT extends TwoBrowsers {

    @Test
    void chromium_calls_firefox() {
        Tab alice = red("alice");
        try (Browser firefox = browsers().firefox()) {
            Tab bob = keep(Tab.open(firefox, server().origin(), "bob"));
            talkByVideo(alice, "bob", bob);
            bob.seesColour(FakeMedia.Colour.RED);
            alice.click("hang-up");
            bob.seesEnd("hangup");
        }
    }
}
