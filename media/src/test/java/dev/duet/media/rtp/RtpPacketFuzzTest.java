// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Any bytes, through everything the relay does to a packet.
class RtpPacketFuzzTest {
    private static final ExtensionMapping MAPPING = new ExtensionMapping(id -> id % 3 == 0 ? 0 : id + 1 & 0xFF);
    private static final byte[] TARGETS = new byte[128];

    static {
        Arrays.fill(TARGETS, (byte) 100);
    }

    @FuzzTest
    void any_bytes_are_rewritten_or_refused(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes.length + 64);
        buffer.put(bytes).flip();
        RtpPacket packet = new RtpPacket();
        if (!packet.wrap(buffer)) {
            return;
        }
        for (VideoCodec codec : VideoCodec.values()) {
            codec.startsKeyframe(packet);
        }
        for (int id = 0; id < 16; id++) {
            HeaderExtensions.readShort(packet, id);
        }
        MAPPING.apply(packet);
        if (HeaderExtensions.writeShort(packet, 5, 0x1234) && HeaderExtensions.readShort(packet, 5) != 0x1234) {
            throw new AssertionError("a written number is not read back");
        }
        if (RedundantAudio.rename(packet, TARGETS)) {
            RedundantAudio.unwrap(packet);
        }
        int payload = packet.payloadLength();
        if (Retransmission.wrap(packet, 1, 2, 3)) {
            Retransmission.unwrap(packet, 4, 5);
        }
        if (packet.payloadLength() != payload || !new RtpPacket().wrap(buffer)) {
            throw new AssertionError("the packet broke");
        }
    }
}
