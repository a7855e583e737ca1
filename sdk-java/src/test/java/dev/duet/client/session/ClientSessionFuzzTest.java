// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// No frame makes a session throw or stop being wakeable, whether it is logging in or online.
class ClientSessionFuzzTest {

    @FuzzTest
    void no_frame_throws(byte[] bytes) {
        for (String text : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            Driver loggingIn = new Driver();
            loggingIn.signIn(false);
            loggingIn.feed(new SessionInput.Ticket("sig"));
            loggingIn.feed(new SessionInput.SocketOpened(loggingIn.socket()));
            loggingIn.hear(text);
            mustBeWakeable(loggingIn);
            Driver online = new Driver();
            online.goOnline();
            online.hear(text);
            mustBeWakeable(online);
        }
    }

    private static void mustBeWakeable(Driver client) {
        boolean over = !(client.machine.state() instanceof SessionState.Active);
        if (over == client.machine.wakeAt().isPresent()) {
            throw new AssertionError(client.machine.state() + " wakes at " + client.machine.wakeAt());
        }
    }
}
