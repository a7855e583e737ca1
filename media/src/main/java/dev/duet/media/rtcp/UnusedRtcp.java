// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;

/// A well-formed packet of a kind we make no use of: REMB, XR, APP and whatever is still to come.
public record UnusedRtcp(int type, int format) implements RtcpPacket {
    @Override
    public void write(ByteBuffer into) {
        RtcpHeader.write(into, format, type, 0);
    }
}
