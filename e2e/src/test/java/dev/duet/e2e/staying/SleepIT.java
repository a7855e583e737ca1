// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.staying;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import dev.duet.e2e.FakeMedia;
import dev.duet.e2e.Tab;
import dev.duet.e2e.guide.GuidePage;
import dev.duet.e2e.guide.TwoGuidePages;
import dev.duet.server.config.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A call during which the device of one side sleeps and wakes, or its browser freezes the page.
class SleepIT extends TwoGuidePages {
    private static final String LOOPBACK = "--allow-loopback-in-peer-connection";
    private static final int SHORT_MILLIS = 5_000;

    /// A sleeping device keeps its socket, which alone tells nobody that it sleeps; here that is found out sooner.
    @Override
    protected Entry[] settings() {
        return new Entry[] {
            new Entry("socket.ping", "2s", "test"),
            new Entry("socket.silent", "8s", "test"),
            new Entry("room.vanish", "8s", "test")
        };
    }

    @Test
    void a_device_that_sleeps_for_a_moment_is_back_in_the_call_and_hears_once_what_happened() {
        try (Slumber slumber = new Slumber();
                Browser browser = browsers().chromium(FakeMedia.Colour.BLUE, slumber::entrance, LOOPBACK)) {
            GuidePage alice = redPage().as("alice");
            GuidePage bob = GuidePage.open(keep(Tab.empty(browser, 0)), server().origin())
                    .as("bob");
            call(alice, "bob", bob, "videoCall");
            seeAndHear(alice, bob);
            slumber.falls();
            alice.run("() => guide.closeMicrophone()");
            alice.tab().page().waitForTimeout(SHORT_MILLIS);
            slumber.ends();
            bob.isTold("onUserAudioAvailable", "['alice', false]");
            alice.run("() => guide.openMicrophone()");
            seeAndHear(alice, bob);
            assertThat(bob.told("onUserAudioAvailable", 1)).containsExactly("true", "false", "true");
            for (GuidePage side : new GuidePage[] {alice, bob}) {
                assertThat(side.told("onEnterRoom", "onExitRoom", "onRemoteUserEnterRoom", "onRemoteUserLeaveRoom"))
                        .containsOnlyOnce("onEnterRoom", "onRemoteUserEnterRoom")
                        .hasSize(2);
            }
        }
    }

    @Test
    void a_device_that_sleeps_for_long_has_left_and_learns_it_when_it_wakes() {
        try (Slumber slumber = new Slumber();
                Browser browser = browsers().chromium(FakeMedia.Colour.BLUE, slumber::entrance, LOOPBACK)) {
            GuidePage alice = redPage().as("alice");
            GuidePage bob = GuidePage.open(keep(Tab.empty(browser, 0)), server().origin())
                    .as("bob");
            call(alice, "bob", bob, "audioCall");
            alice.tab().hears();
            slumber.falls();
            alice.isTold("onRemoteUserLeaveRoom", "['bob', 1]");
            alice.isTold("onExitRoom", "[0]");
            slumber.ends();
            bob.isTold("onExitRoom");
            bob.shows("idle");
            for (GuidePage side : new GuidePage[] {alice, bob}) {
                assertThat(side.told("onRemoteUserLeaveRoom", "onExitRoom"))
                        .containsExactly("onRemoteUserLeaveRoom", "onExitRoom");
            }
        }
    }

    @Test
    void a_page_that_its_browser_freezes_hears_once_what_happened_when_it_thaws() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "videoCall");
        seeAndHear(alice, bob);
        CDPSession devtools = bob.tab().page().context().newCDPSession(bob.tab().page());
        become(devtools, "frozen");
        alice.run("() => guide.closeMicrophone()");
        alice.run("() => guide.rtcCloud.sendCustomCmdMsg(1, 'are you there', true, true)");
        alice.tab().page().waitForTimeout(3_000);
        become(devtools, "active");
        bob.isTold("onUserAudioAvailable", "['alice', false]");
        alice.run("() => guide.openMicrophone()");
        seeAndHear(alice, bob);
        assertThat(bob.told("onUserAudioAvailable", 1)).containsExactly("true", "false", "true");
        assertThat(bob.told("onRecvCustomCmdMsg", 3)).isEqualTo(List.of("are you there"));
    }

    private static void become(CDPSession devtools, String state) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("state", state);
        devtools.send("Page.setWebLifecycleState", parameters);
    }
}
