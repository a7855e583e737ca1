// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import dev.duet.media.congestion.TransportNumbers;
import dev.duet.media.peer.Drop;
import dev.duet.media.peer.Drops;
import dev.duet.media.peer.Peer;
import dev.duet.media.reception.RoundTrip;
import dev.duet.media.rtcp.LossReport;
import dev.duet.media.rtcp.SenderReport;
import dev.duet.media.rtcp.SourceDescription;
import dev.duet.media.rtp.HeaderExtensions;
import dev.duet.media.rtp.Retransmission;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.stream.IncomingStream;
import dev.duet.media.stream.OutgoingStream;
import dev.duet.media.stream.PayloadTable;
import dev.duet.media.stream.ResendBuffer;
import dev.duet.media.stream.Route;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.media.terms.Negotiated;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import dev.duet.media.wire.Outbound;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one browser gets: the streams of the other one under this leg's numbers, repaired on this leg.
final class Downlink {
    /// An Ethernet frame, and room behind it for what retransmission and protection add.
    private static final int PACKET_ROOM = 1600;
    private static final int LONGEST_KEPT = 1500;
    /// However short the round trip: a repair needs time to be unpacked and acknowledged by silence.
    private static final long SHORTEST_RESEND_GAP = 10_000_000;
    /// Retransmission numbers begin in the lower quarter, far from their first wrap.
    private static final int REPAIR_START_MASK = 0x3FFF;

    private final Peer peer;
    private final Drops drops;
    private final String cname;
    private final RtcpBundle bundle;
    private final Map<StreamKind, OutgoingStream> streams = new EnumMap<>(StreamKind.class);
    private final TransportNumbers numbers = new TransportNumbers();
    private final RoundTrip roundTrip = new RoundTrip();
    private final ByteBuffer room = ByteBuffer.allocate(PACKET_ROOM);
    private final RtpPacket repair = new RtpPacket();

    private long expectedBefore;
    private long lostBefore;
    private long reportedBefore;
    private long unreportedBefore;

    Downlink(Negotiated negotiated, LegSsrcs ssrcs, String cname, Peer peer, RtcpBundle bundle, Drops drops) {
        this.peer = peer;
        this.drops = drops;
        this.cname = cname;
        this.bundle = bundle;
        for (NegotiatedStream section : negotiated.streams()) {
            StreamSsrcs own = ssrcs.of(section.kind());
            streams.put(section.kind(), new OutgoingStream(section, own, own.rtx() & REPAIR_START_MASK));
        }
    }

    /// Learns how the other browser's packets are to be rewritten.
    void connect(Negotiated sender) {
        for (NegotiatedStream section : sender.streams()) {
            OutgoingStream stream = streams.get(section.kind());
            if (stream != null) {
                stream.connect(section);
            }
        }
    }

    /// Takes what this browser wants.
    void wish(ReceiveWish wish) {
        streams.forEach((kind, stream) -> stream.want(wish.wants(kind), wish.layer()));
    }

    /// Whether this browser is to see a stream of the other one.
    boolean shows(IncomingStream from, long nowNanos) {
        OutgoingStream stream = streams.get(from.kind());
        return stream != null && stream.shows(from, nowNanos);
    }

    /// Whether this browser is to see a stream that it does not get yet.
    boolean awaits(IncomingStream from, long nowNanos) {
        OutgoingStream stream = streams.get(from.kind());
        return stream != null && !stream.isFedBy(from) && stream.shows(from, nowNanos);
    }

    /// The other browser is gone.
    void disconnect() {
        streams.values().forEach(OutgoingStream::disconnect);
        numbers.forgetOrigins();
    }

    TransportNumbers numbers() {
        return numbers;
    }

    RoundTrip roundTrip() {
        return roundTrip;
    }

    /// Rewrites a packet of the other browser in place and sends it; whether this browser will tell of its arrival.
    ///
    /// @param incoming the packet's extended sequence number in its stream
    /// @param origin its extended transport-wide number at the other browser
    boolean send(IncomingStream from, RtpPacket packet, long incoming, long origin, long nowNanos, Outbound out) {
        OutgoingStream stream = streams.get(from.kind());
        Route route = stream == null ? null : stream.route();
        if (stream == null || route == null || !stream.takes(from, nowNanos)) {
            return false;
        }
        if (!route.apply(packet)) {
            drops.count(Drop.RTP_NO_COMMON_CODEC);
            return false;
        }
        if (!stream.renumber(packet, from, incoming, nowNanos)) {
            drops.count(Drop.RTP_TOO_OLD);
            return false;
        }
        boolean numbered = number(packet, stream, origin);
        ResendBuffer resends = stream.resends();
        if (resends != null && packet.length() <= LONGEST_KEPT) {
            resends.keep(packet.sequence(), packet.buffer(), nowNanos);
        }
        stream.sent(packet);
        return peer.sendRtp(packet.buffer(), out) && numbered;
    }

    private boolean number(RtpPacket packet, OutgoingStream stream, long origin) {
        int extension = stream.transportExtension();
        if (extension == 0 || !HeaderExtensions.writeShort(packet, extension, numbers.upcoming())) {
            return false;
        }
        numbers.use(origin);
        return true;
    }

    /// Sends packets again that this browser misses, those we have.
    void resend(int media, List<Integer> lost, long nowNanos, Outbound out) {
        OutgoingStream stream = withSource(media);
        ResendBuffer resends = stream == null ? null : stream.resends();
        if (stream == null || resends == null) {
            return;
        }
        long gap = Math.max(SHORTEST_RESEND_GAP, roundTrip.nanos());
        for (int sequence : lost) {
            if (resends.take(sequence, nowNanos, gap, room)) {
                resend(stream, out);
            }
        }
    }

    /// Without a retransmission format nothing is sent: the same packet under the same key index must not leave twice.
    private void resend(OutgoingStream stream, Outbound out) {
        if (!repair.wrap(room)) {
            return;
        }
        int type = stream.payloads().repairOf(repair.payloadType());
        if (type == PayloadTable.NONE || !stream.ssrcs().hasRtx()) {
            return;
        }
        if (Retransmission.wrap(repair, stream.ssrcs().rtx(), type, stream.nextRepairSequence())) {
            number(repair, stream, TransportNumbers.OURS);
            peer.sendRtp(room, out);
        }
    }

    /// Passes on what the other browser says of its clocks, so that this one plays sound and picture in step.
    void report(IncomingStream from, SenderReport report, long nowNanos, Outbound out) {
        OutgoingStream stream = streams.get(from.kind());
        if (stream == null || stream.source() != from) {
            return;
        }
        roundTrip.sent(report.middleNtp(), nowNanos);
        bundle.add(stream.translate(report), out);
        bundle.add(new SourceDescription(stream.ssrcs().media(), cname), out);
    }

    /// Takes a report block of this browser.
    void reported(LossReport report, long nowNanos) {
        roundTrip.answered(report, nowNanos);
        OutgoingStream stream = withSource(report.ssrc());
        if (stream != null) {
            stream.reported(report);
        }
    }

    /// The stream of the other browser that feeds our source `media`, or null.
    @Nullable
    IncomingStream source(int media) {
        OutgoingStream stream = withSource(media);
        return stream == null ? null : stream.source();
    }

    private @Nullable OutgoingStream withSource(int media) {
        for (OutgoingStream stream : streams.values()) {
            if (stream.ssrcs().media() == media) {
                return stream;
            }
        }
        return null;
    }

    /// Share of our packets lost on their way to this browser since the last call: by transport-wide feedback where
    /// there is any, else by receiver reports.
    double takeLoss() {
        long reported = numbers.reported() - reportedBefore;
        long unreported = numbers.lost() - unreportedBefore;
        reportedBefore = numbers.reported();
        unreportedBefore = numbers.lost();
        long expected = -expectedBefore;
        long lost = -lostBefore;
        for (OutgoingStream stream : streams.values()) {
            expected += stream.reportedExpected();
            lost += stream.reportedLost();
        }
        expectedBefore += expected;
        lostBefore += lost;
        if (reported > 0) {
            return (double) unreported / reported;
        }
        return expected <= 0 ? 0 : Math.clamp((double) lost / expected, 0, 1);
    }
}
