// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes a datagram of RTCP packets apart (RFC 3550, section 6.1; RFC 5506 lets it begin with any kind).
public final class CompoundRtcp {
    private static final int VERSION_2 = 2;
    private static final int PADDING_BIT = 0x20;

    private CompoundRtcp() {}

    /// Hands over each packet from position to limit. `false` when the bytes break the format: what came before the
    /// break has been handed over.
    public static boolean read(ByteBuffer datagram, Consumer<RtcpPacket> sink) {
        int at = datagram.position();
        int end = datagram.limit();
        while (at < end) {
            if (end - at < RtcpHeader.LENGTH || ((datagram.get(at) >>> 6) & 3) != VERSION_2) {
                return false;
            }
            int next = at + RtcpHeader.LENGTH + 4 * (datagram.getShort(at + 2) & 0xFFFF);
            if (next > end || !readOne(datagram, at, next, sink)) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private static boolean readOne(ByteBuffer datagram, int at, int next, Consumer<RtcpPacket> sink) {
        int first = datagram.get(at);
        int padding = (first & PADDING_BIT) == 0 ? 0 : datagram.get(next - 1) & 0xFF;
        int from = at + RtcpHeader.LENGTH;
        if (padding > next - from) {
            return false;
        }
        ByteBuffer body = datagram.slice(from, next - from - padding);
        int count = first & 0x1F;
        int type = datagram.get(at + 1) & 0xFF;
        if (type == RtcpHeader.PAYLOAD_FEEDBACK && count == KeyframeRequest.FIR_FORMAT) {
            return KeyframeRequest.readFir(body, sink);
        }
        RtcpPacket packet = parse(type, count, body);
        if (packet != null) {
            sink.accept(packet);
        }
        return packet != null;
    }

    private static @Nullable RtcpPacket parse(int type, int count, ByteBuffer body) {
        return switch (type) {
            case RtcpHeader.SENDER_REPORT -> SenderReport.read(body, count);
            case RtcpHeader.RECEIVER_REPORT -> ReceiverReport.read(body, count);
            case RtcpHeader.SOURCE_DESCRIPTION -> SourceDescription.read(body, count);
            case RtcpHeader.GOODBYE -> Goodbye.read(body, count);
            case RtcpHeader.TRANSPORT_FEEDBACK ->
                switch (count) {
                    case Nack.FORMAT -> Nack.read(body);
                    case TransportFeedback.FORMAT -> TransportFeedback.read(body);
                    default -> new UnusedRtcp(type, count);
                };
            case RtcpHeader.PAYLOAD_FEEDBACK ->
                count == KeyframeRequest.PLI_FORMAT ? KeyframeRequest.readPli(body) : new UnusedRtcp(type, count);
            default -> new UnusedRtcp(type, count);
        };
    }
}
