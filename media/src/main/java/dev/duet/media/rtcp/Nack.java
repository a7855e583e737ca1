// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Packets that a receiver misses and wants again: a generic NACK (RFC 4585, section 6.2.1).
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |  sequence number of a packet  | bit i: that number + i + 1 too|
/// ```
///
/// @param sender who misses them
/// @param media the source that sent them
/// @param lost sequence numbers, rising
public record Nack(int sender, int media, List<Integer> lost) implements RtcpPacket {
    static final int FORMAT = 1;
    private static final int SOURCES = 8;
    private static final int MASK_BITS = 16;

    public Nack {
        lost = List.copyOf(lost);
    }

    static @Nullable Nack read(ByteBuffer body) {
        if (body.remaining() < SOURCES) {
            return null;
        }
        int sender = body.getInt();
        int media = body.getInt();
        List<Integer> lost = new ArrayList<>();
        while (body.remaining() >= 4) {
            int first = body.getShort() & 0xFFFF;
            int mask = body.getShort() & 0xFFFF;
            lost.add(first);
            for (int bit = 0; bit < MASK_BITS; bit++) {
                if ((mask >>> bit & 1) != 0) {
                    lost.add((first + bit + 1) & 0xFFFF);
                }
            }
        }
        return new Nack(sender, media, lost);
    }

    @Override
    public void write(ByteBuffer into) {
        int header = into.position();
        into.position(header + RtcpHeader.LENGTH);
        into.putInt(sender).putInt(media);
        int i = 0;
        while (i < lost.size()) {
            int first = lost.get(i++);
            int mask = 0;
            while (i < lost.size() && ((lost.get(i) - first - 1) & 0xFFFF) < MASK_BITS) {
                mask |= 1 << ((lost.get(i++) - first - 1) & 0xFFFF);
            }
            into.putShort((short) first).putShort((short) mask);
        }
        int end = into.position();
        into.position(header);
        RtcpHeader.write(into, FORMAT, RtcpHeader.TRANSPORT_FEEDBACK, (end - header) / 4 - 1);
        into.position(end);
    }
}
