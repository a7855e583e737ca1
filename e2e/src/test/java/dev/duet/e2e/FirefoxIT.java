// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import dev.duet.server.config.Entry;
import org.junit.jupiter.api.Test;

/// Firefox never uses loopback for media, so here the server announces another address of this machine.
class FirefoxIT extends TwoBrowsers {

    @Override
    protected Entry[] settings() {
        return new Entry[] {new Entry("announce", OwnAddress.find(), "test"), new Entry("dev", "true", "test")};
    }

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

    @Test
    void a_rejection_that_no_page_handles_is_noticed_in_both() {
        try (Browser firefox = browsers().firefox();
                Tab inFirefox = Tab.empty(firefox, 0);
                Tab inChromium = Tab.empty(redBrowser(), 0)) {
            for (Tab tab : new Tab[] {inFirefox, inChromium}) {
                tab.page().navigate(server().origin());
                tab.noErrors();
                tab.page().evaluate("() => { setTimeout(() => Promise.reject(new Error('nobody cares'))); }");
                tab.page().waitForTimeout(500);
                assertThatThrownBy(tab::noErrors).hasMessageContaining("nobody cares");
            }
        }
    }
}
