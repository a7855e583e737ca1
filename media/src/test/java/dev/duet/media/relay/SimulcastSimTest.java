// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.peer.Drop;
import dev.duet.media.relay.ReceiveWish.Video;
import dev.duet.media.rtcp.ArrivalReport;
import dev.duet.media.sim.SimCall;
import dev.duet.media.sim.SimSide;
import dev.duet.media.sim.SimSink;
import dev.duet.media.sim.SimSource;
import dev.duet.media.terms.StreamKind;
import dev.duet.testkit.LinkConditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulcastSimTest {
    private static final ReceiveWish SMALL = new ReceiveWish(true, Video.SMALL, true);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final LinkConditions CLEAN = LinkConditions.clean(Duration.ofMillis(20));

    private final SimCall call = new SimCall(20270303);

    @AfterEach
    void close() {
        call.close();
    }

    static List<String> layeredOffers() {
        return List.of(SimCall.layeredChromium(), SimCall.layeredFirefox());
    }

    @ParameterizedTest
    @MethodSource("layeredOffers")
    void one_layer_is_forwarded_and_it_is_the_big_one(String offer) {
        SimSide alice = call.join(offer);
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(3));
        SimSink camera = bob.browser().sink(StreamKind.CAMERA);
        int from = camera.payloads().cardinality();
        assertThat(big(camera)).as("of %d", from).isGreaterThan(240);
        assertThat(small(camera)).isLessThan(3);
        assertContinuous(camera);
        assertThat(alice.browser().badPackets() + bob.browser().badPackets()).isZero();
        assertThat(call.drops().total()).as("drops %s", call.drops().snapshot()).isZero();
    }

    @Test
    void the_small_layer_takes_over_with_a_keyframe_and_gives_back_with_one() {
        SimSide alice = call.join(SimCall.layeredChromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(2));
        SimSink camera = bob.browser().sink(StreamKind.CAMERA);
        long wished = call.now();
        bob.wish(SMALL, call);
        int asked = alice.browser().source(StreamKind.CAMERA).keyframesAsked();
        call.run(SECOND);
        int bigs = big(camera);
        call.run(SECOND);
        assertThat(big(camera)).isEqualTo(bigs);
        assertThat(small(camera)).isGreaterThan(50);
        assertThat(camera.firstPayloadNanos(SimSource.SMALL_PAYLOADS) - wished).isLessThan(millis(20 + 20 + 40));
        assertThat(alice.browser().smallLayer().keyframesAsked()).isEqualTo(1);
        assertThat(alice.browser().source(StreamKind.CAMERA).keyframesAsked()).isEqualTo(asked);

        bob.wish(ReceiveWish.EVERYTHING, call);
        call.run(SECOND);
        int smalls = small(camera);
        call.run(SECOND);
        assertThat(small(camera)).isEqualTo(smalls);
        assertThat(big(camera)).isGreaterThan(bigs + 100);
        assertContinuous(camera);
        assertSteadyClock(camera);
        assertPicturesCountOn(camera);
        assertThat(bob.browser().badPackets()).isZero();
    }

    @Test
    void a_missing_small_layer_is_the_big_one() {
        call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        bob.wish(SMALL, call);
        call.run(SECOND);
        assertThat(big(bob.browser().sink(StreamKind.CAMERA))).isGreaterThan(60);
    }

    @Test
    void a_layer_that_falls_silent_is_replaced_by_the_other_after_a_second() {
        SimSide alice = call.join(SimCall.layeredChromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        bob.wish(SMALL, call);
        call.run(SECOND);
        SimSink camera = bob.browser().sink(StreamKind.CAMERA);
        alice.browser().smallLayer().running(false);
        int bigs = big(camera);
        call.run(Duration.ofMillis(900));
        assertThat(big(camera)).isEqualTo(bigs);
        call.run(Duration.ofMillis(1100));
        assertThat(big(camera)).isGreaterThan(bigs + 60);

        alice.browser().smallLayer().running(true);
        int smalls = small(camera);
        call.run(SECOND);
        assertThat(small(camera)).as("it is back").isGreaterThan(smalls + 20);

        bob.wish(ReceiveWish.EVERYTHING, call);
        call.run(SECOND);
        alice.browser().source(StreamKind.CAMERA).running(false);
        smalls = small(camera);
        call.run(Duration.ofSeconds(2));
        assertThat(small(camera)).as("the big one fell silent").isGreaterThan(smalls + 20);
        assertContinuous(camera);
    }

    @Test
    void each_layer_is_repaired_while_it_is_forwarded() {
        SimSide alice = call.join(SimCall.layeredChromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(SECOND);
        alice.up(CLEAN.withLoss(0.1));
        bob.down(CLEAN.withLoss(0.1));
        call.run(Duration.ofSeconds(4));
        assertThat(alice.browser().source(StreamKind.CAMERA).repairs()).isPositive();
        assertThat(alice.browser().smallLayer().repairs()).isZero();
        bob.wish(SMALL, call);
        call.run(Duration.ofSeconds(5));
        SimSink camera = bob.browser().sink(StreamKind.CAMERA);
        int first = camera.payloads().nextSetBit(SimSource.SMALL_PAYLOADS);
        alice.up(CLEAN);
        bob.down(CLEAN);
        call.run(SECOND);
        BitSet came = camera.payloads().get(first, camera.payloads().length());
        assertThat(came.cardinality()).isEqualTo(came.length());
        assertThat(alice.browser().smallLayer().repairs()).isPositive();
        assertThat(call.drops().of(Drop.RTP_UNKNOWN_SOURCE)).isZero();
        assertThat(call.drops().of(Drop.SEND_NOT_PROTECTED)).isZero();
    }

    @Test
    void the_sender_is_told_that_the_layer_which_ends_here_came() {
        SimSide alice = call.join(SimCall.layeredChromium());
        call.join(SimCall.chromium());
        call.connect();
        call.run(SECOND);
        long from = alice.browser().transportNumber();
        call.run(Duration.ofSeconds(2));
        List<Long> told = alice.browser().told().entrySet().stream()
                .filter(entry -> entry.getKey() > from)
                .map(entry -> entry.getValue())
                .toList();
        // 90 big, 30 small and 50 audio packets a second.
        assertThat(told).hasSizeGreaterThan(310).doesNotContain(ArrivalReport.LOST);
    }

    @Test
    void a_receiver_s_keyframe_request_goes_to_the_layer_it_sees() {
        SimSide alice = call.join(SimCall.layeredChromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        bob.wish(SMALL, call);
        call.run(Duration.ofSeconds(2));
        int small = alice.browser().smallLayer().keyframesAsked();
        int big = alice.browser().source(StreamKind.CAMERA).keyframesAsked();
        bob.browser().sendPli(StreamKind.CAMERA);
        call.run(SECOND);
        assertThat(alice.browser().smallLayer().keyframesAsked()).isEqualTo(small + 1);
        assertThat(alice.browser().source(StreamKind.CAMERA).keyframesAsked()).isEqualTo(big);
    }

    @Test
    void layers_go_on_through_a_change_of_the_sender() {
        SimSide alice = call.join(SimCall.layeredChromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        bob.wish(SMALL, call);
        call.run(SECOND);
        SimSink camera = bob.browser().sink(StreamKind.CAMERA);
        call.leave(alice);
        call.join(SimCall.layeredFirefox());
        call.connect();
        int smalls = camera.sequences().size();
        call.run(SECOND);
        assertThat(camera.sequences().size()).isGreaterThan(smalls + 20);
        assertContinuous(camera);
        assertThat(bob.browser().badPackets()).isZero();
    }

    @Test
    void a_mirror_gives_back_the_layer_that_is_wanted() {
        SimSide alice = call.reflect(SimCall.layeredChromium());
        call.connect();
        alice.wish(SMALL, call);
        call.run(Duration.ofSeconds(2));
        assertThat(small(alice.browser().sink(StreamKind.CAMERA))).isGreaterThan(45);
    }

    private static int big(SimSink camera) {
        return camera.payloads().get(0, SimSource.SMALL_PAYLOADS).cardinality();
    }

    private static int small(SimSink camera) {
        return camera.payloads().cardinality() - big(camera);
    }

    /// On clean links the numbers rise by one, whatever layer fills them.
    private static void assertContinuous(SimSink camera) {
        List<Integer> jumps = new ArrayList<>();
        List<Integer> sequences = camera.sequences();
        for (int i = 1; i < sequences.size(); i++) {
            if (sequences.get(i) != ((sequences.get(i - 1) + 1) & 0xFFFF)) {
                jumps.add(sequences.get(i) - sequences.get(i - 1));
            }
        }
        assertThat(jumps).as("jumps").isEmpty();
    }

    /// The media clock runs as the time does.
    private static void assertSteadyClock(SimSink camera) {
        for (int i = 1; i < camera.timestamps().size(); i++) {
            int ticks = camera.timestamps().get(i) - camera.timestamps().get(i - 1);
            long millis = (camera.times().get(i) - camera.times().get(i - 1)) / 1_000_000;
            assertThat(ticks / 90 - millis).as("at %d", i).isBetween(-40L, 40L);
            assertThat(ticks).isNotNegative();
        }
    }

    /// Whatever layer it is of, no picture has the id of another.
    private static void assertPicturesCountOn(SimSink camera) {
        for (int i = 1; i < camera.pictures().size(); i++) {
            int step = (camera.pictures().get(i) - camera.pictures().get(i - 1)) & 0x7FFF;
            boolean sameFrame =
                    camera.timestamps().get(i).equals(camera.timestamps().get(i - 1));
            assertThat(step).as("at %d", i).isEqualTo(sameFrame ? 0 : 1);
        }
    }

    private static long millis(long count) {
        return Duration.ofMillis(count).toNanos();
    }
}
