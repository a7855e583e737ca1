// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import com.microsoft.playwright.Browser;
import dev.duet.server.config.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// A running server and two Chromiums with different faces: red alice and blue bob.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoBrowsers {
    private final List<Tab> tabs = new ArrayList<>();
    private final List<ImpairedPath> paths = new ArrayList<>();
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
        tabs.forEach(Tab::close);
        tabs.clear();
        paths.forEach(ImpairedPath::close);
        paths.clear();
    }

    /// What the server of this test class is told.
    Entry[] settings() {
        return new Entry[0];
    }

    RunningServer server() {
        return server;
    }

    Browsers browsers() {
        return browsers;
    }

    /// A tab of the red Chromium.
    Tab red(String user) {
        return keep(Tab.open(red, server.origin(), user));
    }

    /// A tab of the blue Chromium.
    Tab blue(String user) {
        return keep(Tab.open(blue, server.origin(), user));
    }

    /// A tab of the blue Chromium whose media go over this path.
    Tab blue(String user, ImpairedPath path) {
        return keep(Tab.open(blue, server.origin(), user, path.port()));
    }

    ImpairedPath path() {
        ImpairedPath path = new ImpairedPath(server.mediaPort(), 7);
        paths.add(path);
        return path;
    }

    Tab keep(Tab tab) {
        tabs.add(tab);
        return tab;
    }

    /// Alice calls bob by video and bob accepts; both see and hear each other.
    static void talkByVideo(Tab alice, String callee, Tab bob) {
        alice.callVideo(callee);
        bob.sees("incoming");
        bob.click("accept");
        alice.sees("in-call");
        bob.sees("in-call");
        alice.seesAndHears();
        bob.seesAndHears();
    }
}
