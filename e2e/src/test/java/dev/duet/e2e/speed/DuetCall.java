// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.speed;

import com.microsoft.playwright.Browser;
import dev.duet.e2e.RunningServer;
import dev.duet.e2e.Tab;

/// Two tabs of the calling page, which call each other through a real server.
final class DuetCall implements AutoCloseable {
    private final RunningServer server = RunningServer.start();
    private final Tab caller;
    private final Tab callee;

    DuetCall(Browser calling, Browser called) {
        caller = Tab.open(calling, server.origin(), "alice", Scripts.FIRST_MEDIA);
        callee = Tab.open(called, server.origin(), "bob", Scripts.FIRST_MEDIA);
    }

    /// Calls once by video, and hangs up when both see and hear each other.
    void call(Figures into) {
        caller.page().evaluate("firstMedia.forget()");
        callee.page().evaluate("firstMedia.forget()");
        caller.callVideo("bob");
        callee.sees("incoming");
        callee.sees("accept");
        callee.click("accept");
        double accepted = Beginning.accepted(callee.page());
        into.add(Beginning.of(caller.page(), accepted), Beginning.of(callee.page(), accepted));
        caller.click("hang-up");
        for (Tab tab : new Tab[] {caller, callee}) {
            tab.seesEnd("hangup");
            tab.click("close-ended");
        }
    }

    @Override
    public void close() {
        caller.close();
        callee.close();
        server.close();
    }
}
