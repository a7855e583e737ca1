// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import dev.duet.testing.MediaPath;
import dev.duet.testkit.LinkConditions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BadNetworkIT extends TwoBrowsers {
    private static final int SETTLING_MILLIS = 5_000;

    @Test
    void a_killed_tab_is_noticed_within_20_seconds() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        kill(bob);
        alice.seesEnd("connectionLost", Duration.ofSeconds(20));
    }

    @Test
    void a_socket_cut_by_the_server_leaves_the_call_going() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        server().cutSocketsOf("bob");
        bob.seesConnection("reconnecting");
        bob.seesConnection("online");
        bob.seesAndHears();
        alice.seesAndHears();
        alice.click("hang-up");
        bob.seesEnd("hangup");
    }

    @Test
    void ten_percent_loss_and_100_ms_delay_leave_at_least_20_frames_a_second() {
        MediaPath path = path();
        Tab alice = red("alice");
        Tab bob = blue("bob", path);
        talkByVideo(alice, "bob", bob);
        path.become(LinkConditions.clean(Duration.ofMillis(100)).withLoss(0.10));
        bob.page().waitForTimeout(SETTLING_MILLIS);
        assertThat(framesPerSecond(bob)).as("downlink with loss").isGreaterThanOrEqualTo(20);
        assertThat(framesPerSecond(alice)).as("uplink with loss").isGreaterThanOrEqualTo(20);
        bob.hears();
    }

    @Test
    void a_narrow_downlink_makes_the_sender_send_less_within_10_seconds() {
        MediaPath path = path();
        Tab alice = red("alice");
        Tab bob = blue("bob", path);
        talkByVideo(alice, "bob", bob);
        alice.until("bitrate above 500 kbit/s", stats -> stats.targetBitrate() > 500_000);
        LinkConditions clear = LinkConditions.clean(Duration.ZERO);
        path.become(clear, clear.withRate(400_000));
        alice.until("bitrate below 400 kbit/s", Duration.ofSeconds(10), stats -> stats.targetBitrate() < 400_000);
        bob.seesAndHears();
    }

    /// Over ten seconds, so that single stalls do not decide.
    private static double framesPerSecond(Tab tab) {
        double before = tab.stats().framesDecoded();
        long start = System.nanoTime();
        tab.page().waitForTimeout(10_000);
        return (tab.stats().framesDecoded() - before) * 1e9 / (System.nanoTime() - start);
    }

    private static void kill(Tab tab) {
        try {
            tab.page().navigate("chrome://crash");
        } catch (PlaywrightException crashed) {
            assertThat(crashed).isNotNull();
        }
    }
}
