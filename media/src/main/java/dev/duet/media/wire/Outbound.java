// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.wire;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// Where a media machine puts its datagrams and its next deadline while it handles one input.
public interface Outbound {

    /// Takes the bytes between position and limit; they are consumed before this returns, so the buffer may be used
    /// again.
    void transmit(ByteBuffer packet, InetSocketAddress to);

    /// Asks for a wake-up at this reading of the monotonic clock or soon after. A machine may ask more than once and
    /// may be woken early or for nothing.
    void wakeAt(long nanos);
}
