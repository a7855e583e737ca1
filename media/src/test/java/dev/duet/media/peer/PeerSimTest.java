// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.sim.SimCall;
import dev.duet.media.sim.SimSide;
import dev.duet.testkit.LinkConditions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeerSimTest {
    private static final LinkConditions CLEAN = LinkConditions.clean(Duration.ofMillis(20));

    private final SimCall call = new SimCall(4711);

    @AfterEach
    void close() {
        call.close();
    }

    @Test
    void a_peer_is_new_then_connecting_then_secured() {
        SimSide side = call.join(SimCall.chromium());
        Peer peer = side.leg().peer();
        assertThat(peer.state()).isInstanceOf(PeerState.New.class);
        assertThat(call.until(() -> peer.state() instanceof PeerState.Connecting))
                .isTrue();
        assertThat(call.until(peer::isSecured)).isTrue();
        assertThat(side.events()).last().isInstanceOf(PeerEvent.Secured.class);
    }

    @Test
    void a_connection_comes_about_with_every_fourth_datagram_lost() {
        SimSide side = call.join(SimCall.chromium());
        side.up(CLEAN.withLoss(0.25));
        side.down(CLEAN.withLoss(0.25));
        call.connect();
        assertThat(side.leg().peer().isSecured()).isTrue();
    }

    @Test
    void a_hello_that_overtakes_the_first_check_is_held() {
        SimSide side = call.join(SimCall.chromium());
        side.up(CLEAN.withLoss(1));
        side.browser().greet();
        List<byte[]> hello = call.sentBy(side, Duration.ofMillis(300));
        hello.forEach(datagram -> call.inject(side, datagram));
        call.run(Duration.ofMillis(50));
        assertThat(side.saw(PeerEvent.HandshakeWanted.class)).isFalse();
        side.up(CLEAN);
        call.connect();
        assertThat(side.saw(PeerEvent.HandshakeWanted.class)).isTrue();
    }

    @Test
    void media_before_keys_is_dropped_and_counted() {
        SimSide side = call.join(SimCall.chromium());
        call.inject(side, media());
        assertThat(call.drops().of(Drop.SRTP_BEFORE_KEYS)).isEqualTo(1);
    }

    @Test
    void forged_media_is_dropped_and_counted() {
        SimSide side = call.join(SimCall.chromium());
        call.connect();
        call.inject(side, media());
        assertThat(call.drops().of(Drop.SRTP_FORGED)).isEqualTo(1);
    }

    @Test
    void a_closed_peer_takes_nothing() {
        SimSide side = call.join(SimCall.chromium());
        call.connect();
        Peer peer = side.leg().peer();
        peer.close();
        call.inject(side, media());
        call.inject(side, new byte[] {22, (byte) 0xFE, (byte) 0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertThat(call.drops().of(Drop.SRTP_BEFORE_KEYS)).isEqualTo(1);
        assertThat(call.drops().of(Drop.DTLS_AFTER_END)).isEqualTo(1);
        assertThat(peer.state()).isEqualTo(new PeerState.Closed(PeerState.CloseReason.CLOSED_HERE));
    }

    private static byte[] media() {
        return ByteBuffer.allocate(100)
                .put((byte) 0x80)
                .put((byte) 96)
                .putShort((short) 1)
                .putInt(2)
                .putInt(3)
                .array();
    }
}
