// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;

/// One RTCP packet of the kinds we understand (RFC 3550 section 6, RFC 4585, RFC 5104).
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |V=2|P| count or |  packet type  | length in words, minus one    |
/// |     | format   |               |                               |
/// ```
public sealed interface RtcpPacket
        permits SenderReport,
                ReceiverReport,
                SourceDescription,
                Goodbye,
                Nack,
                KeyframeRequest,
                TransportFeedback,
                UnusedRtcp {

    /// Appends the packet at the buffer's position.
    void write(ByteBuffer into);
}
