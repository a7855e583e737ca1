// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.peer.PeerEvent;
import dev.duet.media.rtcp.KeyframeRequest;
import dev.duet.media.rtcp.ReceiverReport;
import dev.duet.media.rtcp.RtcpPacket;
import dev.duet.media.rtcp.SenderReport;
import dev.duet.media.sim.SimBrowser;
import dev.duet.media.sim.SimCall;
import dev.duet.media.sim.SimSide;
import dev.duet.media.sim.SimSink;
import dev.duet.media.terms.StreamKind;
import dev.duet.testkit.LinkConditions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LobbySimTest {
    private static final Duration ONE_WAY = Duration.ofMillis(20);
    private static final LinkConditions CLEAN = LinkConditions.clean(ONE_WAY);

    private final SimCall call = new SimCall(20270101);

    @AfterEach
    void close() {
        call.close();
    }

    @Test
    void who_waits_is_connected_and_reported_to_and_gets_and_gives_nothing() {
        SimSide alice = call.wait(SimCall.chromium());
        SimSide bob = call.wait(SimCall.firefox());
        call.connect();
        call.run(Duration.ofSeconds(5));
        assertNothingCame(alice);
        assertNothingCame(bob);
        for (SimBrowser browser : new SimBrowser[] {alice.browser(), bob.browser()}) {
            assertThat(browser.controls()).anyMatch(ReceiverReport.class::isInstance);
            assertThat(browser.controls()).noneMatch(KeyframeRequest.class::isInstance);
            assertThat(browser.told()).as("arrivals that warm the estimate up").hasSizeGreaterThan(500);
        }
        assertThat(call.drops().total()).as("drops %s", call.drops().snapshot()).isZero();
    }

    @Test
    void media_flows_within_a_round_trip_of_the_adoption() {
        SimSide alice = call.wait(SimCall.chromium());
        SimSide bob = call.wait(SimCall.firefox());
        call.connect();
        call.run(Duration.ofSeconds(3));
        long adopted = call.now();
        call.adopt(alice);
        call.adopt(bob);
        call.run(Duration.ofSeconds(2));
        for (SimSide side : new SimSide[] {alice, bob}) {
            SimSink audio = side.browser().sink(StreamKind.AUDIO);
            SimSink camera = side.browser().sink(StreamKind.CAMERA);
            // One way to the receiver, and the pace of the frames.
            assertThat(audio.times().getFirst() - adopted).isLessThan(millis(20 + 21));
            assertThat(camera.times().getFirst() - adopted).isLessThan(millis(20 + 35));
            assertThat(camera.firstKeyframe() - adopted).isLessThan(millis(20 + 20 + 20 + 35));
            assertThat(side.browser().badPackets()).isZero();
        }
    }

    @Test
    void the_same_connection_goes_on_over_lossy_links() {
        SimSide alice = call.wait(SimCall.chromium());
        SimSide bob = call.wait(SimCall.chromium());
        call.connect();
        for (SimSide side : new SimSide[] {alice, bob}) {
            side.up(CLEAN.withLoss(0.1));
            side.down(CLEAN.withLoss(0.1));
        }
        call.run(Duration.ofSeconds(2));
        call.adopt(alice);
        call.adopt(bob);
        call.run(Duration.ofSeconds(5));
        alice.browser().source(StreamKind.CAMERA).running(false);
        call.run(Duration.ofSeconds(2));
        SimSink camera = bob.browser().sink(StreamKind.CAMERA);
        assertWhole(camera, alice.browser().source(StreamKind.CAMERA).made());
        assertThat(alice.events().stream().filter(PeerEvent.Secured.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_handshake_that_runs_while_adopted_goes_on() {
        SimSide alice = call.join(SimCall.chromium());
        call.connect();
        SimSide bob = call.wait(SimCall.chromium());
        assertThat(call.until(() -> bob.saw(PeerEvent.HandshakeWanted.class))).isTrue();
        assertThat(bob.leg().peer().isSecured()).isFalse();
        call.adopt(bob);
        call.connect();
        call.run(Duration.ofSeconds(1));
        assertThat(bob.browser().sink(StreamKind.CAMERA).payloads().cardinality())
                .isGreaterThan(50);
        assertThat(alice.browser().sink(StreamKind.CAMERA).payloads().cardinality())
                .isGreaterThan(50);
    }

    @Test
    void feedback_to_the_sender_does_not_jump_when_it_is_adopted() {
        SimSide alice = call.wait(SimCall.chromium());
        SimSide bob = call.wait(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(2));
        call.adopt(alice);
        call.adopt(bob);
        call.run(Duration.ofSeconds(2));
        SimBrowser browser = alice.browser();
        long previous = Long.MIN_VALUE;
        for (Long number : browser.told().keySet()) {
            long spread = browser.told().get(number) - browser.sentTicks(number);
            if (previous != Long.MIN_VALUE) {
                assertThat(Math.abs(spread - previous)).as("jump at %d", number).isLessThan(60);
            }
            previous = spread;
        }
        assertThat(browser.told()).hasSizeGreaterThan(400);
    }

    @Test
    void a_mirror_gives_back_what_it_gets_and_repairs_it_both_ways() {
        SimSide alice = call.reflect(SimCall.chromium());
        call.connect();
        alice.up(CLEAN.withLoss(0.1));
        alice.down(CLEAN.withLoss(0.1));
        call.run(Duration.ofSeconds(5));
        alice.browser().source(StreamKind.CAMERA).running(false);
        call.run(Duration.ofSeconds(2));
        SimSink camera = alice.browser().sink(StreamKind.CAMERA);
        assertWhole(camera, alice.browser().source(StreamKind.CAMERA).made());
        assertThat(camera.repaired()).isPositive();
        assertThat(alice.browser().source(StreamKind.CAMERA).repairs()).isPositive();
        assertThat(alice.browser().sink(StreamKind.AUDIO).payloads().cardinality())
                .isGreaterThan(200);
        assertThat(alice.browser().badPackets()).isZero();
    }

    @Test
    void a_mirror_asks_the_browser_itself_for_keyframes_and_measures_its_round_trip() {
        SimSide alice = call.reflect(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(3));
        int before = alice.browser().source(StreamKind.CAMERA).keyframesAsked();
        alice.browser().sendPli(StreamKind.CAMERA);
        call.run(Duration.ofMillis(200));
        assertThat(alice.browser().source(StreamKind.CAMERA).keyframesAsked()).isEqualTo(before + 1);
        assertThat(alice.qualities().getLast().roundTripNanos()).isBetween(millis(38), millis(60));
    }

    private static void assertNothingCame(SimSide side) {
        for (StreamKind kind : StreamKind.values()) {
            assertThat(side.browser().sink(kind).payloads().isEmpty()).isTrue();
        }
        for (RtcpPacket packet : side.browser().controls()) {
            assertThat(packet).isNotInstanceOf(SenderReport.class);
        }
    }

    /// Everything came from the first packet on, but for a last frame whose loss nothing shows.
    private static void assertWhole(SimSink camera, long made) {
        int first = camera.payloads().nextSetBit(0);
        assertThat(camera.payloads().cardinality()).isEqualTo(camera.payloads().length() - first);
        assertThat(made - camera.payloads().length()).isLessThanOrEqualTo(3);
    }

    private static long millis(long count) {
        return Duration.ofMillis(count).toNanos();
    }
}
