// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import dev.duet.media.wire.Outbound;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// What one machine put out, kept for a test to look at.
final class Wire implements Outbound {
    static final long NEVER = Long.MAX_VALUE;

    final List<Sent> sent = new ArrayList<>();
    long wakeAt = NEVER;

    record Sent(ByteBuffer packet, InetSocketAddress to) {}

    @Override
    public void transmit(ByteBuffer packet, InetSocketAddress to) {
        ByteBuffer copy = ByteBuffer.allocate(packet.remaining()).put(packet).flip();
        sent.add(new Sent(copy, to));
    }

    @Override
    public void wakeAt(long nanos) {
        wakeAt = Math.min(wakeAt, nanos);
    }

    Sent last() {
        return sent.getLast();
    }
}
