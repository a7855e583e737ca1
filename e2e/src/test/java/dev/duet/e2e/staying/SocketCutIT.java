// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.staying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.e2e.guide.GuidePage;
import dev.duet.e2e.guide.TwoGuidePages;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A call during which one side has no socket for half a minute, while its media go on.
class SocketCutIT extends TwoGuidePages {
    private static final int CUT_MILLIS = 30_000;
    private static final int COMMANDS = 10;

    @Test
    void a_socket_cut_for_30_seconds_loses_no_event_and_doubles_none() {
        try (SocketPath path = new SocketPath(server().mediaPort())) {
            GuidePage alice = redPage().as("alice");
            GuidePage bob = GuidePage.open(emptyBlue(), path.origin()).as("bob");
            call(alice, "bob", bob, "videoCall");
            seeAndHear(alice, bob);
            bob.run("() => { page.told.length = 0; }");
            alice.run("() => { page.told.length = 0; }");
            path.cut();
            whileCut(alice, bob);
            path.mend();
            bob.until("page.told.filter(({ name }) => name === 'onRecvCustomCmdMsg').length >= " + COMMANDS);
            seeAndHear(alice, bob);
            assertThat(bob.told("onRecvCustomCmdMsg", 3))
                    .isEqualTo(IntStream.range(0, COMMANDS)
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(bob.told("onUserAudioAvailable", 1)).isIn(List.of(), List.of("false", "true"));
            assertThat(bob.told("onUserVideoAvailable", 1)).isIn(List.of(), List.of("false", "true"));
            for (GuidePage side : new GuidePage[] {alice, bob}) {
                assertThat(side.told("onEnterRoom", "onExitRoom", "onRemoteUserEnterRoom", "onRemoteUserLeaveRoom"))
                        .isEmpty();
            }
            bob.run("() => guide.hangup()");
            alice.isTold("onRemoteUserLeaveRoom", "['bob', 0]");
            alice.isTold("onExitRoom", "[0]");
        }
    }

    /// What alice does meanwhile; bob goes on hearing and seeing her.
    private static void whileCut(GuidePage alice, GuidePage bob) {
        String[] steps = {
            "guide.closeMicrophone()", "guide.openMicrophone()", "guide.closeCamera()", "guide.openCamera(true)"
        };
        for (int n = 0; n < COMMANDS; n++) {
            if (n < steps.length) {
                alice.run("() => " + steps[n]);
            }
            assertThat(alice.run("n => guide.rtcCloud.sendCustomCmdMsg(1, String(n), true, true)", n))
                    .isEqualTo(true);
            alice.tab().page().waitForTimeout((double) CUT_MILLIS / COMMANDS);
        }
        bob.tab().seesAndHears();
        assertThat(bob.told("onRecvCustomCmdMsg", "onUserAudioAvailable", "onUserVideoAvailable"))
                .as("what came without a socket")
                .isEmpty();
    }
}
