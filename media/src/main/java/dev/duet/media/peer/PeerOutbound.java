// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.peer;

import dev.duet.media.wire.Outbound;
import java.nio.ByteBuffer;

/// What comes out of a peer while it handles one input: datagrams, deadlines, decrypted media and events.
public interface PeerOutbound extends Outbound {
    /// A decrypted RTP packet from position to limit; the receiver may rewrite it in place.
    void rtp(ByteBuffer packet, long nowNanos);

    /// A decrypted compound of RTCP packets.
    void rtcp(ByteBuffer compound, long nowNanos);

    void event(PeerEvent event, long nowNanos);
}
