// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import com.microsoft.playwright.Browser;
import dev.duet.e2e.FakeMedia;
import dev.duet.e2e.OwnAddress;
import dev.duet.e2e.Tab;
import dev.duet.server.config.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The guide's snippets between Chromium and Firefox.
class GuideFirefoxIT extends TwoGuidePages {
    private Browser firefox;

    @Override
    protected Entry[] settings() {
        return new Entry[] {new Entry("announce", OwnAddress.find(), "test"), new Entry("dev", "true", "test")};
    }

    @BeforeAll
    void launchFirefox() {
        firefox = browsers().firefox();
    }

    @AfterAll
    void closeFirefox() {
        firefox.close();
    }

    private GuidePage firefoxPage() {
        return GuidePage.open(keep(Tab.empty(firefox, 0)), server().origin());
    }

    @Test
    void chromium_calls_firefox_by_video_and_hangs_up() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = firefoxPage().as("bob");
        call(alice, "bob", bob, "videoCall");
        seeAndHear(alice, bob);
        bob.seesColour(FakeMedia.Colour.RED);
        alice.run("() => guide.hangup()");
        bob.isTold("onRemoteUserLeaveRoom", "['alice', 0]");
        bob.shows("idle");
    }

    @Test
    void firefox_calls_chromium_by_voice_and_hangs_up() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = firefoxPage().as("bob");
        call(bob, "alice", alice, "audioCall");
        alice.tab().hears();
        bob.tab().hears();
        bob.run("() => guide.hangup()");
        alice.isTold("onRemoteUserLeaveRoom", "['bob', 0]");
        alice.shows("idle");
    }

    @Test
    void firefox_rejects_and_chromium_hears_why() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = firefoxPage().as("bob");
        invite(alice, "bob", bob, "videoCall");
        bob.run("() => guide.reject()");
        alice.tells("bob has rejected.");
    }

    @Test
    void firefox_mutes_and_opens_its_microphone_and_camera() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = firefoxPage().as("bob");
        call(alice, "bob", bob, "videoCall");
        alice.tab().seesAndHears();
        bob.run("() => guide.closeMicrophone()");
        alice.isTold("onUserAudioAvailable", "['bob', false]");
        bob.run("() => guide.openMicrophone()");
        bob.run("() => guide.closeCamera()");
        alice.isTold("onUserVideoAvailable", "['bob', false]");
        bob.run("() => guide.openCamera(true)");
        alice.tab().seesAndHears();
    }
}
