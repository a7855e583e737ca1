// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import com.microsoft.playwright.Browser;
import dev.duet.server.config.Entry;
import dev.duet.testing.MediaPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// A running server and two Chromiums with different faces: red alice and blue bob.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TwoBrowsers {
    private final List<Tab> tabs = new ArrayList<>();
    private final List<MediaPath> paths = new ArrayList<>();
    private Browsers browsers;
    private Browser red;
    private Browser blue;
    private RunningServer server;

    @BeforeAll
    void launch() {
        server = RunningServer.start(settings());
        browsers = new Browsers();
        red = browsers.chromium(FakeMedia.Colour.RED);
        blue = browsers.chromium(FakeMedia.Colour.BLUE);
    }

    @AfterAll
    void stop() {
        browsers.close();
        server.close();
    }

    @AfterEach
    void closeTabs() {
        List<Tab> ended = List.copyOf(tabs);
        tabs.clear();
        ended.forEach(Tab::close);
        paths.forEach(MediaPath::close);
        paths.clear();
        ended.forEach(Tab::noErrors);
    }

    /// What the server of this test class is told.
    protected Entry[] settings() {
        return new Entry[0];
    }

    protected RunningServer server() {
        return server;
    }

    protected Browsers browsers() {
        return browsers;
    }

    /// A tab of the red Chromium.
    protected Tab red(String user) {
        return keep(Tab.open(red, server.origin(), user));
    }

    /// A tab of the blue Chromium.
    protected Tab blue(String user) {
        return keep(Tab.open(blue, server.origin(), user));
    }

    /// A tab of the blue Chromium whose media go over this path.
    protected Tab blue(String user, MediaPath path) {
        return keep(Tab.open(blue, server.origin(), user, path.port()));
    }

    protected Browser redBrowser() {
        return red;
    }

    /// A tab of the red Chromium that shows nothing yet.
    protected Tab emptyRed() {
        return keep(Tab.empty(red, 0));
    }

    /// A tab of the blue Chromium that shows nothing yet.
    protected Tab emptyBlue() {
        return keep(Tab.empty(blue, 0));
    }

    /// The same, with media over this path.
    protected Tab emptyBlue(MediaPath path) {
        return keep(Tab.empty(blue, path.port()));
    }

    protected MediaPath path() {
        MediaPath path = new MediaPath(server.mediaPort(), 7);
        paths.add(path);
        return path;
    }

    protected Tab keep(Tab tab) {
        tabs.add(tab);
        return tab;
    }

    /// Alice calls bob by video and bob accepts; both see and hear each other.
    protected static void talkByVideo(Tab alice, String callee, Tab bob) {
        alice.callVideo(callee);
        bob.sees("incoming");
        bob.click("accept");
        alice.sees("in-call");
        bob.sees("in-call");
        alice.seesAndHears();
        bob.seesAndHears();
    }
}
