// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import dev.duet.media.peer.Peer;
import dev.duet.media.rtcp.ArrivalReport;
import dev.duet.media.rtcp.ReceiverReport;
import dev.duet.media.rtcp.RtcpPacket;
import dev.duet.media.rtcp.SenderReport;
import dev.duet.media.wire.Outbound;
import java.nio.ByteBuffer;
import java.util.List;

/// The RTCP packets for one peer that leave together as one compound.
final class RtcpBundle {
    /// An Ethernet frame, with room behind for the SRTCP tag and index.
    private static final int CAPACITY = 1500;
    /// Any packet we write fits in what is left behind this.
    private static final int FULL = 480;

    private final Peer peer;
    private final ByteBuffer buffer = ByteBuffer.allocate(CAPACITY);
    private final ReceiverReport opening;
    private final boolean reducedSize;

    /// @param sender our SSRC in this direction
    /// @param reducedSize whether a compound may begin with any packet (RFC 5506); if not, an empty report leads it
    RtcpBundle(Peer peer, int sender, boolean reducedSize) {
        this.peer = peer;
        this.opening = new ReceiverReport(sender, List.of());
        this.reducedSize = reducedSize;
    }

    int sender() {
        return opening.ssrc();
    }

    void add(RtcpPacket packet, Outbound out) {
        makeRoom(packet instanceof ReceiverReport || packet instanceof SenderReport, out);
        packet.write(buffer);
    }

    void add(ArrivalReport report, int media, int baseSequence, int number, Outbound out) {
        makeRoom(false, out);
        report.write(buffer, sender(), media, baseSequence, number);
    }

    /// Sends what was added, if anything.
    void flush(Outbound out) {
        if (buffer.position() > 0) {
            buffer.flip();
            peer.sendRtcp(buffer, out);
            buffer.clear();
        }
    }

    private void makeRoom(boolean isReport, Outbound out) {
        if (buffer.position() > FULL) {
            flush(out);
        }
        if (buffer.position() == 0 && !reducedSize && !isReport) {
            opening.write(buffer);
        }
    }
}
