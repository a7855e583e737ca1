// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.duet.media.sim.SimCall;
import dev.duet.media.sim.SimSide;
import dev.duet.media.sim.SimSource;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.wire.PacketKind;
import java.nio.ByteBuffer;
import java.time.Duration;

/// Any RTP and RTCP of a browser that has keys: authentic, and still not to be believed.
class RelayFuzzTest {
    private static final int ROOM = 1600;
    private static final SimCall CALL = new SimCall(1);
    private static final SimSide ALICE = CALL.join(SimCall.layeredChromium());

    static {
        CALL.join(SimCall.chromium());
        CALL.connect();
        CALL.run(Duration.ofSeconds(1));
    }

    @FuzzTest
    void any_authentic_packets_are_survived(byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        while (input.remaining() > 4) {
            int length = Math.min(input.getShort() & 0x3FF, input.remaining());
            ByteBuffer packet = ByteBuffer.allocate(ROOM);
            packet.put(input.slice(input.position(), length)).flip();
            input.position(input.position() + length);
            if (PacketKind.of(packet) == PacketKind.RTCP) {
                ALICE.browser().sendRawRtcp(packet);
            } else {
                borrowSource(packet);
                ALICE.browser().sendRaw(packet);
            }
        }
        CALL.run(Duration.ofMillis(30));
    }

    /// Lets most packets pass for one of the browser's streams, which random bytes never would.
    private static void borrowSource(ByteBuffer packet) {
        if (packet.remaining() >= 12 && packet.get(11) != 0) {
            SimSource source = source(packet.get(10));
            packet.putInt(8, (packet.get(10) & 2) == 0 ? source.ssrc() : source.rtxSsrc());
        }
    }

    private static SimSource source(byte choice) {
        if ((choice & 4) != 0) {
            return ALICE.browser().smallLayer();
        }
        return ALICE.browser().source((choice & 1) == 0 ? StreamKind.AUDIO : StreamKind.CAMERA);
    }
}
