// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Any bytes as a compound: each packet that is read is written and read again to the same packet.
class RtcpPacketFuzzTest {
    private static final int ROOM = 1 << 20;

    @FuzzTest
    void any_bytes_are_read_or_refused(byte[] bytes) {
        if (bytes.length > 1500) {
            return;
        }
        CompoundRtcp.read(ByteBuffer.wrap(bytes), RtcpPacketFuzzTest::again);
    }

    private static void again(RtcpPacket packet) {
        if (packet instanceof TransportFeedback feedback && !isWritable(feedback)) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.allocate(ROOM);
        packet.write(buffer);
        buffer.flip();
        List<RtcpPacket> read = new ArrayList<>();
        if (!CompoundRtcp.read(buffer, read::add) || read.size() != 1) {
            throw new AssertionError("what we wrote we do not read: " + packet);
        }
        if (!isSame(packet, read.getFirst())) {
            throw new AssertionError(packet + " became " + read.getFirst());
        }
    }

    private static boolean isSame(RtcpPacket packet, RtcpPacket again) {
        return switch (packet) {
            case TransportFeedback feedback -> feedback.toString().equals(again.toString());
            // A packet named twice need not be asked for twice.
            case Nack(int sender, int media, List<Integer> lost) ->
                again instanceof Nack(int sender2, int media2, List<Integer> lost2)
                        && sender == sender2
                        && media == media2
                        && Set.copyOf(lost).equals(Set.copyOf(lost2));
            default -> packet.equals(again);
        };
    }

    /// We write the first arrival within the first 64 ms, and no report of losses only; others may.
    private static boolean isWritable(TransportFeedback feedback) {
        for (int i = 0; i < feedback.count(); i++) {
            if (feedback.arrival(i) != TransportFeedback.LOST) {
                return feedback.arrival(i) >= 0 && feedback.arrival(i) < TransportFeedback.REFERENCE_TICKS;
            }
        }
        return false;
    }
}
