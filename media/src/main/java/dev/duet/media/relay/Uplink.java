// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import dev.duet.media.congestion.FeedbackTranslation;
import dev.duet.media.peer.Drop;
import dev.duet.media.peer.Drops;
import dev.duet.media.reception.MissingPackets;
import dev.duet.media.reception.Reception;
import dev.duet.media.rtcp.KeyframeRequest;
import dev.duet.media.rtcp.LossReport;
import dev.duet.media.rtcp.Nack;
import dev.duet.media.rtcp.ReceiverReport;
import dev.duet.media.rtcp.SenderReport;
import dev.duet.media.rtp.HeaderExtensions;
import dev.duet.media.rtp.Retransmission;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.stream.AskTime;
import dev.duet.media.stream.IncomingStream;
import dev.duet.media.stream.IncomingStreams;
import dev.duet.media.stream.PayloadTable;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.Negotiated;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.wire.Outbound;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What one browser sends: its streams, their repair on this leg, and what it is told about them.
final class Uplink {
    /// Stands for a packet without a transport-wide number.
    static final long NO_NUMBER = -1;

    /// A source that was silent for longer is not asked for keyframes: its camera is off.
    private static final long ACTIVE_NANOS = 1_000_000_000;
    /// Most packets of one NACK; the rest waits for the next wake-up.
    private static final int NACK_CAPACITY = 64;

    private final AskTime asks = new AskTime();
    private final IncomingStreams streams;
    private final FeedbackTranslation feedback = new FeedbackTranslation();
    private final RtcpBundle bundle;
    private final Drops drops;
    private final int transportExtension;
    private final int[] due = new int[NACK_CAPACITY];

    private long transportNumber = NO_NUMBER;
    private long expectedBefore;
    private long receivedBefore;
    private int lastMedia;

    Uplink(Negotiated negotiated, RtcpBundle bundle, Drops drops) {
        this.streams = new IncomingStreams(negotiated, asks);
        this.bundle = bundle;
        this.drops = drops;
        this.transportExtension = transportExtension(negotiated);
    }

    /// The id of the transport-wide number on a leg, or 0: bundled sections share it (RFC 8843, section 15).
    private static int transportExtension(Negotiated negotiated) {
        int id = 0;
        for (NegotiatedStream stream : negotiated.streams()) {
            id = Math.max(id, stream.extensionId(HeaderExtension.Kind.TRANSPORT_CC));
        }
        return id;
    }

    /// Takes note of a packet, turning a repair back into what it repairs; the stream to forward it on, or null when it
    /// ends here.
    @Nullable
    IncomingStream take(RtpPacket packet, long nowNanos) {
        noteTransportNumber(packet, nowNanos);
        int index = streams.find(packet.ssrc());
        if (index < 0) {
            index = streams.open(packet);
        }
        if (index < 0) {
            drops.count(Drop.RTP_UNKNOWN_SOURCE);
            return null;
        }
        IncomingStream stream = streams.at(index);
        if (streams.isRepair(index)) {
            return unwrap(packet, stream) ? take(packet, stream, nowNanos, Reception.Delivery.REPAIR) : null;
        }
        if (!stream.payloads().isMedia(packet.payloadType())) {
            drops.count(Drop.RTP_UNKNOWN_PAYLOAD);
            return null;
        }
        lastMedia = packet.ssrc();
        return take(packet, stream, nowNanos, Reception.Delivery.ORIGINAL);
    }

    private void noteTransportNumber(RtpPacket packet, long nowNanos) {
        int number = HeaderExtensions.readShort(packet, transportExtension);
        transportNumber = number == HeaderExtensions.ABSENT ? NO_NUMBER : feedback.arrived(number, nowNanos);
    }

    private boolean unwrap(RtpPacket packet, IncomingStream stream) {
        int original = stream.payloads().originalOf(packet.payloadType());
        if (original == PayloadTable.NONE) {
            drops.count(Drop.RTP_UNKNOWN_PAYLOAD);
            return false;
        }
        // What carries nothing is padding that probes for bandwidth: it did its work by arriving.
        if (!Retransmission.carriesOriginal(packet)) {
            return false;
        }
        Retransmission.unwrap(packet, stream.ssrc(), original);
        return true;
    }

    private @Nullable IncomingStream take(
            RtpPacket packet, IncomingStream stream, long nowNanos, Reception.Delivery delivery) {
        Reception.Arrival arrival = stream.arrive(packet, nowNanos, delivery);
        if (!arrival.isNew()) {
            // Repairs sent twice, and repairs used as probes, are nobody's fault.
            if (delivery == Reception.Delivery.ORIGINAL) {
                drops.count(arrival == Reception.Arrival.DUPLICATE ? Drop.RTP_DUPLICATE : Drop.RTP_TOO_OLD);
            }
            return null;
        }
        if (arrival == Reception.Arrival.BEHIND_HOLE) {
            asks.noLaterThan(nowNanos + MissingPackets.FIRST_ASK_NANOS);
        }
        if (stream.isVideo()) {
            stream.followKeyframes(packet, arrival, nowNanos);
        }
        return stream;
    }

    /// The transport-wide number of the packet taken last, extended, or [#NO_NUMBER].
    long transportNumber() {
        return transportNumber;
    }

    FeedbackTranslation feedback() {
        return feedback;
    }

    /// The stream of a source's report, after noting it; null when the source is unknown or one of retransmissions.
    @Nullable
    IncomingStream reported(SenderReport report, long nowNanos) {
        int index = streams.find(report.ssrc());
        if (index < 0 || streams.isRepair(index)) {
            return null;
        }
        IncomingStream stream = streams.at(index);
        Reception reception = stream.reception();
        if (reception != null) {
            reception.senderReport(report, nowNanos);
        }
        return stream;
    }

    /// Wishes a keyframe of every video that somebody needs one of.
    void wishKeyframes(Predicate<IncomingStream> needed, long nowNanos) {
        for (IncomingStream stream : streams.media()) {
            if (stream.isVideo() && needed.test(stream)) {
                stream.wishKeyframe(nowNanos);
            }
        }
    }

    /// Adds what is due to be asked of the browser: missing packets and keyframes.
    void ask(long nowNanos, long roundTripNanos, Outbound out) {
        for (IncomingStream stream : streams.media()) {
            askForPackets(stream, nowNanos, roundTripNanos, out);
            askForKeyframe(stream, nowNanos, out);
        }
        // What did not fit this time goes next time, which is not in the past.
        asks.move(Math.max(nowNanos, nextAskAt(nowNanos)));
    }

    private void askForPackets(IncomingStream stream, long nowNanos, long roundTripNanos, Outbound out) {
        Reception reception = stream.reception();
        if (reception == null || reception.missing().nextAt() > nowNanos) {
            return;
        }
        int count = reception.missing().due(nowNanos, roundTripNanos, due);
        if (count > 0) {
            List<Integer> lost = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                lost.add(due[i]);
            }
            bundle.add(new Nack(bundle.sender(), stream.ssrc(), lost), out);
        }
    }

    private void askForKeyframe(IncomingStream stream, long nowNanos, Outbound out) {
        if (stream.isActive(nowNanos, ACTIVE_NANOS) && stream.keyframe().due(nowNanos)) {
            bundle.add(KeyframeRequest.pli(bundle.sender(), stream.ssrc()), out);
        }
    }

    /// When [#ask] has something to do next, or `Long.MAX_VALUE`.
    long askAt() {
        return asks.atNanos();
    }

    private long nextAskAt(long nowNanos) {
        long next = Long.MAX_VALUE;
        for (IncomingStream stream : streams.media()) {
            Reception reception = stream.reception();
            if (reception != null) {
                next = Math.min(next, reception.missing().nextAt());
            }
            if (stream.isActive(nowNanos, ACTIVE_NANOS)) {
                next = Math.min(next, stream.keyframe().nextAt(nowNanos));
            }
        }
        return next;
    }

    /// Adds the feedback on everything whose fate is known.
    void giveFeedback(long nowNanos, Outbound out) {
        if (feedback.isPending()) {
            feedback.flush(nowNanos, (report, base, number) -> bundle.add(report, lastMedia, base, number, out));
        }
    }

    /// Adds a receiver report on every stream that was heard since the last one.
    void report(long nowNanos, Outbound out) {
        List<LossReport> reports = new ArrayList<>();
        for (IncomingStream stream : streams.media()) {
            Reception reception = stream.reception();
            if (reception != null) {
                reports.add(reception.report(nowNanos));
            }
        }
        if (!reports.isEmpty()) {
            bundle.add(new ReceiverReport(bundle.sender(), reports), out);
        }
    }

    /// Share of this browser's packets lost on their way to us since the last call.
    double takeLoss() {
        long expectedNow = 0;
        long receivedNow = 0;
        for (IncomingStream stream : streams.media()) {
            Reception reception = stream.reception();
            if (reception != null) {
                expectedNow += reception.expected();
                receivedNow += reception.received();
            }
        }
        long expected = expectedNow - expectedBefore;
        long lost = expected - (receivedNow - receivedBefore);
        expectedBefore = expectedNow;
        receivedBefore = receivedNow;
        return expected <= 0 ? 0 : Math.clamp((double) lost / expected, 0, 1);
    }

    /// The worst jitter of the streams that are flowing.
    double jitterMillis(long nowNanos) {
        double worst = 0;
        for (IncomingStream stream : streams.media()) {
            Reception reception = stream.reception();
            if (reception != null && stream.isActive(nowNanos, ACTIVE_NANOS)) {
                worst = Math.max(worst, reception.jitterMillis());
            }
        }
        return worst;
    }
}
