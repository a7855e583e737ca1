// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sources that have stopped (RFC 3550, section 6.6).
public record Goodbye(List<Integer> sources) implements RtcpPacket {
    public Goodbye {
        sources = List.copyOf(sources);
    }

    static @Nullable Goodbye read(ByteBuffer body, int count) {
        if (body.remaining() < 4 * count) {
            return null;
        }
        List<Integer> sources = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sources.add(body.getInt());
        }
        return new Goodbye(sources);
    }

    @Override
    public void write(ByteBuffer into) {
        RtcpHeader.write(into, sources.size(), RtcpHeader.GOODBYE, sources.size());
        sources.forEach(into::putInt);
    }
}
