// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.relay.ReceiveWish.Video;
import dev.duet.media.rtcp.ArrivalReport;
import dev.duet.media.sim.SimCall;
import dev.duet.media.sim.SimSide;
import dev.duet.media.sim.SimSink;
import dev.duet.media.terms.StreamKind;
import dev.duet.testkit.LinkConditions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiveWishSimTest {
    private static final ReceiveWish NO_VIDEO = new ReceiveWish(true, Video.NONE, true);
    private static final ReceiveWish NO_AUDIO = new ReceiveWish(false, Video.BIG, true);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimCall call = new SimCall(20270202);

    @AfterEach
    void close() {
        call.close();
    }

    @Test
    void what_is_not_wanted_is_not_sent_and_the_rest_is() {
        call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        wish(bob, NO_AUDIO);
        call.run(SECOND);
        assertThat(count(bob, StreamKind.AUDIO)).isZero();
        assertThat(count(bob, StreamKind.CAMERA)).isGreaterThan(60);
        wish(bob, NO_VIDEO);
        call.run(Duration.ofMillis(100));
        int before = count(bob, StreamKind.CAMERA);
        call.run(SECOND);
        assertThat(count(bob, StreamKind.CAMERA)).isEqualTo(before);
        assertThat(count(bob, StreamKind.AUDIO)).isGreaterThan(40);
        assertThat(call.drops().total()).as("drops %s", call.drops().snapshot()).isZero();
    }

    @Test
    void a_video_wanted_again_goes_on_with_a_keyframe_behind_its_last_packet() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(SECOND);
        SimSink camera = bob.browser().sink(StreamKind.CAMERA);
        wish(bob, NO_VIDEO);
        call.run(SECOND);
        int last = camera.sequences().getLast();
        int packets = camera.sequences().size();
        int asked = alice.browser().source(StreamKind.CAMERA).keyframesAsked();
        long wished = call.now();
        wish(bob, ReceiveWish.EVERYTHING);
        call.run(SECOND);
        assertThat(camera.sequences().get(packets)).isEqualTo(last + 1);
        assertThat(camera.keyframes()).contains(last + 1);
        assertThat(camera.times().get(packets) - wished).isLessThan(millis(20 + 20 + 35));
        assertThat(camera.timestamps().get(packets) - camera.timestamps().get(packets - 1))
                .isBetween(80_000, 110_000);
        assertThat(alice.browser().source(StreamKind.CAMERA).keyframesAsked()).isEqualTo(asked + 1);
        assertThat(bob.browser().badPackets()).isZero();
    }

    @Test
    void a_keyframe_that_is_lost_is_asked_for_again() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        wish(bob, NO_VIDEO);
        call.run(SECOND);
        alice.up(LinkConditions.clean(Duration.ofMillis(20)).withLoss(1));
        wish(bob, ReceiveWish.EVERYTHING);
        call.run(Duration.ofMillis(100));
        int before = count(bob, StreamKind.CAMERA);
        alice.up(LinkConditions.clean(Duration.ofMillis(20)));
        call.run(SECOND);
        assertThat(count(bob, StreamKind.CAMERA)).isGreaterThan(before + 30);
    }

    @Test
    void the_sender_is_told_that_unwanted_packets_came() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        call.run(SECOND);
        wish(bob, new ReceiveWish(false, Video.NONE, false));
        long from = alice.browser().transportNumber();
        call.run(Duration.ofSeconds(2));
        List<Long> told = alice.browser().told().entrySet().stream()
                .filter(entry -> entry.getKey() > from)
                .map(entry -> entry.getValue())
                .toList();
        assertThat(told).hasSizeGreaterThan(200).doesNotContain(ArrivalReport.LOST);
    }

    @Test
    void nobody_asks_for_packets_that_nobody_wants() {
        SimSide alice = call.join(SimCall.chromium());
        SimSide bob = call.join(SimCall.chromium());
        call.connect();
        wish(bob, NO_VIDEO);
        alice.up(LinkConditions.clean(Duration.ofMillis(20)).withLoss(0.1));
        call.run(Duration.ofSeconds(3));
        assertThat(alice.browser().source(StreamKind.CAMERA).repairs()).isZero();
    }

    @Test
    void a_wish_of_the_lobby_holds_in_the_room() {
        call.join(SimCall.chromium());
        SimSide bob = call.wait(SimCall.chromium());
        call.connect();
        bob.wish(NO_VIDEO, call);
        call.adopt(bob);
        call.run(SECOND);
        assertThat(count(bob, StreamKind.CAMERA)).isZero();
        assertThat(count(bob, StreamKind.AUDIO)).isGreaterThan(40);
    }

    private void wish(SimSide side, ReceiveWish wish) {
        side.wish(wish, call);
    }

    private static int count(SimSide side, StreamKind kind) {
        return side.browser().sink(kind).sequences().size();
    }

    private static long millis(long count) {
        return Duration.ofMillis(count).toNanos();
    }
}
