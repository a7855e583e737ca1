// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import dev.duet.media.rtcp.LossReport;
import dev.duet.media.rtcp.SenderReport;
import dev.duet.media.rtp.Renumbering;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.rtp.VideoCodec;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stream of one kind that a browser gets from us: its sources and numbers stay the same whoever sends.
public final class OutgoingStream {
    /// A hole of more packets than this is a pause of ours, not a loss: the numbers close up, since a jump of 32,768
    /// would break the receiver's rollover count.
    private static final long LARGEST_HOLE = 1024;

    private final NegotiatedStream section;
    private final StreamSsrcs ssrcs;
    private final PayloadTable payloads;
    private final int transportExtension;
    private final @Nullable ResendBuffer resends;

    private @Nullable Route route;
    private @Nullable IncomingStream source;
    private boolean open;
    /// A video that was switched off goes on with a keyframe.
    private boolean interrupted;
    private Layer layer = Layer.BIG;
    private Renumbering numbers;
    /// Where the sender has layers of VP8.
    private @Nullable PictureNumbers pictures;
    private long highestIncoming;
    /// The first packet under the present numbers: those in front of it would get numbers that are taken.
    private long firstIncoming = Long.MIN_VALUE;
    private boolean started;
    private int lastSequence;
    private int lastTimestamp;
    private long lastNanos;
    private int clockRate = 1;
    private int packets;
    private int octets;
    private int repairSequence;
    private int lastCumulative;
    private int lastHighest;
    private long reportedLost;
    private long reportedExpected;

    /// @param repairSequence where the retransmissions' own numbers begin
    public OutgoingStream(NegotiatedStream section, StreamSsrcs ssrcs, int repairSequence) {
        this.section = section;
        this.ssrcs = ssrcs;
        this.repairSequence = repairSequence;
        payloads = new PayloadTable(section);
        transportExtension = section.extensionId(HeaderExtension.Kind.TRANSPORT_CC);
        resends = section.kind() == StreamKind.AUDIO ? null : new ResendBuffer();
        numbers = Renumbering.plain(ssrcs.media());
        open = section.direction().sends();
    }

    /// Learns how the packets of the sender's section are to be rewritten.
    public void connect(NegotiatedStream sender) {
        route = Route.between(sender, section);
        pictures = sender.rids().hasSmall() ? new PictureNumbers() : null;
    }

    /// The sender is gone; the next one takes over at once.
    public void disconnect() {
        route = null;
        release();
    }

    /// How packets are rewritten, or null while nobody sends this kind.
    @Nullable
    public Route route() {
        return route;
    }

    /// Takes whether the browser wants this kind, as far as its answer allows it at all, and which layer of it.
    public void want(boolean wanted, Layer wantedLayer) {
        layer = wantedLayer;
        boolean before = open;
        open = wanted && section.direction().sends();
        if (before && !open) {
            interrupted = section.kind() != StreamKind.AUDIO;
            release();
        }
    }

    private void release() {
        if (source != null) {
            source.watched(false);
            source = null;
        }
    }

    /// Whether this browser is to see a stream, which it may not do yet.
    public boolean shows(IncomingStream from, long nowNanos) {
        return open && isChosen(from, nowNanos);
    }

    /// Whether packets of a stream go on at present.
    public boolean isFedBy(IncomingStream from) {
        return from == source;
    }

    private boolean isChosen(IncomingStream from, long nowNanos) {
        Layers layers = from.layers();
        return layers == null || layers.choose(layer, nowNanos) == from;
    }

    /// Whether the packet that arrived last goes on: it is of the stream that feeds this one, or of one that takes over
    /// with it.
    public boolean takes(IncomingStream from, long nowNanos) {
        return from == source || (open && takesOver(from, nowNanos));
    }

    /// A layer takes over with a keyframe, as does a video that was switched off: until then what is shown stays.
    private boolean takesOver(IncomingStream from, long nowNanos) {
        if (!isChosen(from, nowNanos)) {
            return false;
        }
        boolean fresh = !interrupted && (from.layers() == null || !started);
        if (fresh || from.beginsKeyframe()) {
            interrupted = false;
            return true;
        }
        from.awaitKeyframe(nowNanos);
        return false;
    }

    public NegotiatedStream section() {
        return section;
    }

    /// The id of the transport-wide number in this stream, or 0.
    public int transportExtension() {
        return transportExtension;
    }

    public StreamSsrcs ssrcs() {
        return ssrcs;
    }

    public PayloadTable payloads() {
        return payloads;
    }

    /// Packets to send again, or null when this stream is not repaired.
    @Nullable
    public ResendBuffer resends() {
        return resends;
    }

    @Nullable
    public IncomingStream source() {
        return source;
    }

    /// Gives the packet this stream's source and numbers; its payload type is already ours. `false` when there is no
    /// number for it: it comes from before its sender took the stream over.
    public boolean renumber(RtpPacket packet, IncomingStream from, long incoming, long nowNanos) {
        if (from == source && incoming <= highestIncoming) {
            if (incoming < firstIncoming) {
                return false;
            }
            apply(packet, false);
            return true;
        }
        clockRate = Math.max(1, payloads.clockRate(packet.payloadType()));
        if (from != source) {
            attach(packet, from, incoming, nowNanos);
        } else if (incoming - highestIncoming > LARGEST_HOLE) {
            numbers = new Renumbering(ssrcs.media(), lastSequence + 1 - packet.sequence(), numbers.timestampOffset());
            firstIncoming = incoming;
        }
        apply(packet, true);
        highestIncoming = incoming;
        lastSequence = packet.sequence();
        lastTimestamp = packet.timestamp();
        lastNanos = nowNanos;
        started = true;
        return true;
    }

    private void attach(RtpPacket packet, IncomingStream from, long incoming, long nowNanos) {
        release();
        source = from;
        from.watched(true);
        if (started) {
            long ticks = (nowNanos - lastNanos) / 1000 * clockRate / 1_000_000;
            numbers = Renumbering.continuing(
                    ssrcs.media(), lastSequence, lastTimestamp + (int) Math.max(1, ticks), packet);
            firstIncoming = incoming;
        }
        if (pictures != null && isVp8(packet)) {
            pictures.takeOver(packet);
        }
    }

    private void apply(RtpPacket packet, boolean newest) {
        numbers.apply(packet);
        if (pictures != null && isVp8(packet)) {
            pictures.apply(packet, newest);
        }
    }

    private boolean isVp8(RtpPacket packet) {
        return payloads.codec(packet.payloadType()) == VideoCodec.VP8;
    }

    /// Takes a report block about this stream into the loss figures.
    public void reported(LossReport report) {
        reportedLost += report.cumulativeLost() - lastCumulative;
        reportedExpected += lastHighest == 0 ? 0 : Math.max(0, report.highestSequence() - lastHighest);
        lastCumulative = report.cumulativeLost();
        lastHighest = report.highestSequence();
    }

    /// Packets that the receiver's reports say were expected so far, from the second report on.
    public long reportedExpected() {
        return reportedExpected;
    }

    /// Packets that the receiver's reports say were lost so far.
    public long reportedLost() {
        return reportedLost;
    }

    public void sent(RtpPacket packet) {
        packets++;
        octets += packet.payloadLength();
    }

    /// The sender's report as the receiver of this stream must read it: the same instants, our numbers.
    public SenderReport translate(SenderReport report) {
        return new SenderReport(
                ssrcs.media(), report.ntp(), numbers.timestamp(report.timestamp()), packets, octets, List.of());
    }

    /// The number of the next retransmission.
    public int nextRepairSequence() {
        repairSequence = (repairSequence + 1) & 0xFFFF;
        return repairSequence;
    }
}
