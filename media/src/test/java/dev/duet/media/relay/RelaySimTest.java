// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.peer.Drop;
import dev.duet.media.peer.PeerEvent;
import dev.duet.media.peer.PeerState;
import dev.duet.media.rtcp.ArrivalReport;
import dev.duet.media.rtcp.SenderReport;
import dev.duet.media.sim.SimBrowser;
import dev.duet.media.sim.SimCall;
import dev.duet.media.sim.SimSide;
import dev.duet.media.sim.SimSink;
import dev.duet.media.sim.SimSource;
import dev.duet.media.terms.StreamKind;
import dev.duet.testkit.LinkConditions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelaySimTest {
    private static final LinkConditions CLEAN = LinkConditions.clean(Duration.ofMillis(20));

    private final SimCall call = new SimCall(20261123);

    @AfterEach
    void close() {
        call.close();
    }

    @Test
    void both_hear_and_see_each_other() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.firefox());
        call.connect();
        call.run(Duration.ofSeconds(3));
        assertComplete(alice, bob, StreamKind.AUDIO, 0);
        assertComplete(alice, bob, StreamKind.CAMERA, 0);
        assertComplete(bob, alice, StreamKind.AUDIO, 0);
        assertComplete(bob, alice, StreamKind.CAMERA, 0);
        assertThat(call.drops().total()).as("drops %s", call.drops().snapshot()).isZero();
        assertThat(alice.browser().badPackets()).isZero();
        assertThat(bob.browser().badPackets()).isZero();
    }

    @Test
    void payload_types_are_those_of_the_receivers_own_offer() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.firefox());
        call.connect();
        call.run(Duration.ofSeconds(1));
        assertThat(bob.browser().sink(StreamKind.CAMERA).lastPayloadType()).isEqualTo(120);
        assertThat(alice.browser().sink(StreamKind.CAMERA).lastPayloadType()).isEqualTo(96);
        assertThat(bob.browser().sink(StreamKind.AUDIO).lastPayloadType()).isEqualTo(109);
    }

    @Test
    void video_is_complete_with_a_tenth_of_the_packets_lost_on_every_link() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        lossy(alice, CLEAN.withLoss(0.1));
        lossy(bob, CLEAN.withLoss(0.1));
        call.run(Duration.ofSeconds(10));
        alice.browser().source(StreamKind.CAMERA).running(false);
        bob.browser().source(StreamKind.CAMERA).running(false);
        call.run(Duration.ofSeconds(2));
        assertComplete(alice, bob, StreamKind.CAMERA, 0);
        assertComplete(bob, alice, StreamKind.CAMERA, 0);
        // Each leg repairs its own losses: what alice sends again is what her own link lost, not bob's.
        SimSource camera = alice.browser().source(StreamKind.CAMERA);
        assertThat(camera.repairs()).isBetween(camera.made() / 20, camera.made() / 6);
        assertThat(bob.browser().sink(StreamKind.CAMERA).repaired()).isPositive();
    }

    @Test
    void reordered_and_doubled_packets_are_forwarded_once_and_not_asked_for() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        alice.up(CLEAN.withReordering(0.1, Duration.ofMillis(3)).withDuplication(0.1));
        call.run(Duration.ofSeconds(5));
        alice.up(CLEAN);
        call.run(Duration.ofSeconds(1));
        SimSink sink = bob.browser().sink(StreamKind.CAMERA);
        assertComplete(alice, bob, StreamKind.CAMERA, 0);
        assertThat(sink.duplicates()).isZero();
        assertThat(alice.browser().source(StreamKind.CAMERA).repairs()).isZero();
        assertThat(call.drops().of(Drop.SRTP_REPLAYED)).isPositive();
    }

    @Test
    void sequence_numbers_wrap_without_a_gap() {
        SimSide alice = call.join(SimCall.chromium(), Map.of(StreamKind.AUDIO, 65_500, StreamKind.CAMERA, 65_400));
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        lossy(alice, CLEAN.withLoss(0.05));
        call.run(Duration.ofSeconds(5));
        alice.browser().source(StreamKind.CAMERA).running(false);
        call.run(Duration.ofSeconds(1));
        assertThat(alice.browser().source(StreamKind.CAMERA).sequence()).isLessThan(1000);
        assertComplete(alice, bob, StreamKind.CAMERA, 0);
        assertThat(call.drops().of(Drop.SRTP_FORGED)).isZero();
        assertThat(bob.browser().badPackets()).isZero();
    }

    @Test
    void a_newcomer_gets_a_keyframe_and_a_flood_of_requests_is_throttled() {
        SimSide alice = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(2));
        int before = alice.browser().source(StreamKind.CAMERA).keyframesAsked();
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofMillis(200));
        assertThat(alice.browser().source(StreamKind.CAMERA).keyframesAsked()).isEqualTo(before + 1);
        for (int i = 0; i < 200; i++) {
            bob.browser().sendPli(StreamKind.CAMERA);
            call.run(Duration.ofMillis(10));
        }
        assertThat(alice.browser().source(StreamKind.CAMERA).keyframesAsked() - before)
                .isBetween(4, 7);
    }

    @Test
    void a_keyframe_request_is_repeated_until_the_keyframe_comes() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(1));
        alice.down(CLEAN.withLoss(1));
        bob.browser().sendPli(StreamKind.CAMERA);
        call.run(Duration.ofSeconds(1));
        int before = alice.browser().source(StreamKind.CAMERA).keyframesAsked();
        alice.down(CLEAN);
        call.run(Duration.ofSeconds(1));
        assertThat(alice.browser().source(StreamKind.CAMERA).keyframesAsked()).isEqualTo(before + 1);
    }

    @Test
    void loss_on_either_leg_is_told_to_the_sender() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(1));
        bob.browser().sink(StreamKind.CAMERA).asks(false);

        alice.up(CLEAN.withLoss(0.2));
        long from = alice.browser().transportNumber();
        call.run(Duration.ofSeconds(5));
        assertThat(toldLoss(alice.browser(), from)).isBetween(0.14, 0.26);

        alice.up(CLEAN);
        call.run(Duration.ofSeconds(1));
        bob.down(CLEAN.withLoss(0.2));
        from = alice.browser().transportNumber();
        call.run(Duration.ofSeconds(5));
        assertThat(toldLoss(alice.browser(), from)).isBetween(0.14, 0.26);
    }

    @Test
    void growing_delay_behind_the_server_is_seen_by_the_sender() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(2));
        long quiet = alice.browser().transportNumber();
        // About 780 kbit/s of media meet 600: the queue grows by a quarter of the time.
        bob.down(CLEAN.withRate(600_000));
        call.run(Duration.ofSeconds(1));
        Map<Long, Long> told = alice.browser().told();
        long growth = spread(alice.browser(), quiet - 20) - spread(alice.browser(), quiet - 100);
        long last = told.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
        long later = spread(alice.browser(), last - 20) - spread(alice.browser(), quiet - 20);
        assertThat(Math.abs(growth)).as("ticks before").isLessThan(60);
        assertThat(later).as("ticks after").isGreaterThan(400);
    }

    @Test
    void feedback_flows_without_a_receiver_and_its_clock_does_not_jump_when_one_comes() {
        SimSide alice = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(2));
        long alone = alice.browser().told().size();
        assertThat(alone).isGreaterThan(100);
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(2));
        call.leave(bob);
        call.run(Duration.ofSeconds(2));
        assertThat(alice.browser().told().size()).isGreaterThan((int) alone + 300);
        assertThat(alice.browser().told().values()).doesNotContain(ArrivalReport.LOST);
        assertSteady(alice.browser());
    }

    @Test
    void padding_probes_are_told_as_received() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(1));
        long first = alice.browser().transportNumber();
        for (int i = 0; i < 10; i++) {
            alice.browser().probe(StreamKind.CAMERA);
        }
        call.run(Duration.ofSeconds(1));
        for (long probe = first; probe < first + 10; probe++) {
            assertThat(alice.browser().told().get(probe)).isNotNull().isNotEqualTo(ArrivalReport.LOST);
        }
        assertThat(bob.browser().badPackets()).isZero();
    }

    @Test
    void reports_of_the_sender_reach_the_receiver_under_its_own_numbers() {
        call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.firefox());
        call.connect();
        call.run(Duration.ofSeconds(3));
        SenderReport audio = requireNonNull(bob.browser().lastReport(StreamKind.AUDIO));
        SenderReport video = requireNonNull(bob.browser().lastReport(StreamKind.CAMERA));
        assertThat(audio.ntp()).isEqualTo(video.ntp());
        assertThat(audio.packets()).isPositive();
        assertThat(call.drops().total()).isZero();
    }

    @Test
    void quality_names_the_leg_that_loses() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        alice.up(CLEAN.withLoss(0.2));
        bob.down(CLEAN.withLoss(0.1));
        call.run(Duration.ofSeconds(9));
        Quality ofAlice = alice.qualities().getLast();
        Quality ofBob = bob.qualities().getLast();
        assertThat(ofAlice.uplinkLoss()).isBetween(0.12, 0.28);
        assertThat(ofAlice.downlinkLoss()).isLessThan(0.02);
        assertThat(ofBob.uplinkLoss()).isLessThan(0.02);
        assertThat(ofBob.downlinkLoss()).isBetween(0.05, 0.16);
        assertThat(ofBob.roundTripNanos()).isBetween(35_000_000L, 60_000_000L);
    }

    @Test
    void media_follows_a_browser_to_its_new_address() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(1));
        call.move(bob);
        call.run(Duration.ofSeconds(2));
        alice.browser().source(StreamKind.CAMERA).running(false);
        call.run(Duration.ofSeconds(1));
        assertThat(bob.saw(PeerEvent.PathChanged.class)).isTrue();
        assertComplete(alice, bob, StreamKind.CAMERA, 0);
    }

    @Test
    void an_ice_restart_keeps_keys_and_streams() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(1));
        call.restartIce(bob);
        call.move(bob);
        call.run(Duration.ofSeconds(2));
        alice.browser().source(StreamKind.CAMERA).running(false);
        call.run(Duration.ofSeconds(1));
        assertComplete(alice, bob, StreamKind.CAMERA, 0);
        assertThat(bob.events().stream().filter(PeerEvent.HandshakeWanted.class::isInstance))
                .hasSizeLessThan(4);
    }

    @Test
    void a_silent_browser_is_lost_and_comes_back_with_an_ice_restart() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(1));
        bob.up(CLEAN.withLoss(1));
        bob.down(CLEAN.withLoss(1));
        call.run(Duration.ofSeconds(35));
        assertThat(bob.saw(PeerEvent.Lost.class)).isTrue();
        bob.up(CLEAN);
        bob.down(CLEAN);
        call.restartIce(bob);
        int before = bob.browser().sink(StreamKind.CAMERA).payloads().cardinality();
        call.run(Duration.ofSeconds(2));
        assertThat(bob.leg().peer().state()).isInstanceOf(PeerState.Secured.class);
        assertThat(bob.browser().sink(StreamKind.CAMERA).payloads().cardinality())
                .isGreaterThan(before + 100);
        assertThat(bob.browser().badPackets()).isZero();
        assertThat(alice.browser().badPackets()).isZero();
    }

    @Test
    void who_replaces_a_sender_continues_its_streams() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(1));
        int last = bob.browser().sink(StreamKind.CAMERA).sequences().getLast();
        call.leave(alice);
        SimSide again = call.join(SimCall.chromium(), Map.of(StreamKind.AUDIO, 17, StreamKind.CAMERA, 30_000));
        call.connect();
        call.run(Duration.ofSeconds(1));
        SimSink sink = bob.browser().sink(StreamKind.CAMERA);
        List<Integer> sequences = sink.sequences();
        int at = sequences.lastIndexOf(last);
        assertThat(sequences.get(at + 1)).isBetween(last + 1, last + 10);
        assertThat(again.browser().sink(StreamKind.CAMERA).payloads().cardinality())
                .isPositive();
        assertThat(bob.browser().badPackets()).isZero();
        int back = sink.timestamps().get(at + 1) - sink.timestamps().get(at);
        assertThat(back).isPositive();
    }

    @Test
    void a_replayed_datagram_is_dropped() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        alice.up(CLEAN.withDuplication(1));
        call.run(Duration.ofSeconds(1));
        assertThat(call.drops().of(Drop.SRTP_REPLAYED)).isGreaterThan(50);
        assertThat(bob.browser().sink(StreamKind.AUDIO).duplicates()).isZero();
    }

    @Test
    void media_of_an_unknown_source_is_dropped() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        ByteBuffer stray = ByteBuffer.allocate(200);
        stray.put((byte) 0x80)
                .put((byte) 96)
                .putShort((short) 7)
                .putInt(1)
                .putInt(0x5EED)
                .put(new byte[50]);
        alice.browser().sendRaw(stray.flip());
        call.run(Duration.ofMillis(100));
        assertThat(call.drops().of(Drop.RTP_UNKNOWN_SOURCE)).isEqualTo(1);
        assertThat(bob.browser().badPackets()).isZero();
    }

    @Test
    void somebody_elses_certificate_ends_the_peer() {
        Fingerprint other = Fingerprint.sha256(new byte[] {1, 2, 3});
        SimSide mallory = call.join(SimCall.chromium(), SimCall.AUDIO_AND_CAMERA, other);
        assertThat(call.until(() -> mallory.saw(PeerEvent.Closed.class))).isTrue();
        assertThat(mallory.events()).contains(new PeerEvent.Closed(PeerState.CloseReason.WRONG_FINGERPRINT));
        assertThat(mallory.leg().peer().isSecured()).isFalse();
    }

    @Test
    void a_browser_that_ends_its_association_leaves_the_relay_at_rest() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        bob.browser().hangUp();
        assertThat(call.until(() -> bob.saw(PeerEvent.Closed.class))).isTrue();
        call.run(Duration.ofSeconds(3));
        assertThat(alice.browser().told().size()).isGreaterThan(200);
    }

    private static void lossy(SimSide side, LinkConditions conditions) {
        side.up(conditions);
        side.down(conditions);
    }

    /// Everything made since the receiver's first packet arrived, but for packets still in flight.
    private static void assertComplete(SimSide from, SimSide to, StreamKind kind, int allowed) {
        BitSet came = to.browser().sink(kind).payloads();
        assertThat(came.isEmpty()).as("%s came", kind).isFalse();
        int first = came.nextSetBit(0);
        int last = came.length();
        assertThat(last - first - came.cardinality()).as("%s missing", kind).isLessThanOrEqualTo(allowed);
        assertThat(from.browser().source(kind).made() - last)
                .as("%s in flight", kind)
                .isLessThan(30);
    }

    private static double toldLoss(SimBrowser browser, long from) {
        long lost = 0;
        long all = 0;
        for (Map.Entry<Long, Long> entry : browser.told().entrySet()) {
            if (entry.getKey() > from) {
                all++;
                lost += entry.getValue() == ArrivalReport.LOST ? 1 : 0;
            }
        }
        assertThat(all).isGreaterThan(100);
        return (double) lost / all;
    }

    /// How far the told arrival of a packet lies behind its sending, in ticks; only differences mean something.
    private static long spread(SimBrowser browser, long number) {
        return requireNonNull(browser.told().get(number)) - browser.sentTicks(number);
    }

    private static void assertSteady(SimBrowser browser) {
        long previous = Long.MIN_VALUE;
        for (Long number : browser.told().keySet()) {
            long spread = spread(browser, number);
            if (previous != Long.MIN_VALUE) {
                assertThat(Math.abs(spread - previous)).as("jump at %d", number).isLessThan(60);
            }
            previous = spread;
        }
    }
}
