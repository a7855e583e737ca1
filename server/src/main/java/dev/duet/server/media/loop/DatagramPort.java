// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One bound UDP socket, as the media loop uses it. All but [#wakeUp] belong to the loop's thread.
public interface DatagramPort extends AutoCloseable {
    InetSocketAddress address();

    /// Reads one datagram to the buffer's position, without waiting; its sender, or null when there is none.
    @Nullable
    InetSocketAddress receive(ByteBuffer into) throws IOException;

    /// Sends the bytes between position and limit, without waiting; `false` when the system had no room for them.
    boolean send(ByteBuffer packet, InetSocketAddress to) throws IOException;

    /// Waits for a datagram or [#wakeUp], at most this long.
    void await(long nanos) throws IOException;

    /// Ends a wait, the present one or the next. Any thread may call it.
    void wakeUp();

    @Override
    void close();
}
