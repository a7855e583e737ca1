// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.reception;

import dev.duet.media.rtcp.LossReport;
import dev.duet.media.rtcp.SenderReport;
import dev.duet.media.rtp.SequenceNumber;

/// What is known of one incoming stream: what arrived, what is missing, how evenly it came (RFC 3550, appendix A).
public final class Reception {
    /// What an arrival means for the stream.
    public enum Arrival {
        /// The newest packet, next in line.
        NEXT,
        /// The newest packet, behind a hole.
        BEHIND_HOLE,
        /// The newest packet, so far ahead that the hole is not worth repairing.
        AFTER_GAP,
        /// A packet that was missing.
        FILLS_HOLE,
        /// Seen before.
        DUPLICATE,
        /// From before the window, or well before the stream's first packet.
        TOO_OLD;

        public boolean isNew() {
            return this != DUPLICATE && this != TOO_OLD;
        }
    }

    /// Packets that a reordering network may have put behind the stream's first one.
    private static final int EARLIEST = 64;

    private final int ssrc;
    private final boolean repairable;
    private final Jitter jitter;
    private final MissingPackets missing = new MissingPackets();

    private final ReceivedWindow window;
    private long first;
    private long lastExtended;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private int senderReport;
    private long senderReportNanos;
    private boolean repairing;

    /// @param repairable whether holes are worth asking for
    /// @param firstSequence of the packet that opened the stream; it counts as not yet arrived
    public Reception(int ssrc, int clockRate, boolean repairable, int firstSequence) {
        this.ssrc = ssrc;
        this.repairable = repairable;
        repairing = repairable;
        jitter = new Jitter(clockRate);
        // One cycle up, so that the numbers never become negative; reports cut it off again.
        first = 0x10000L + firstSequence;
        window = new ReceivedWindow(first - 1);
    }

    /// Takes note of a packet of this stream.
    public Arrival arrive(int sequence, int timestamp, long nowNanos, Delivery delivery) {
        long extended = SequenceNumber.extend(sequence, window.highest());
        lastExtended = extended;
        if (extended < first - EARLIEST || !window.covers(extended)) {
            return Arrival.TOO_OLD;
        }
        first = Math.min(first, extended);
        if (extended <= window.highest()) {
            return fillHole(extended, delivery);
        }
        count(timestamp, nowNanos, delivery);
        long hole = extended - window.highest() - 1;
        noteHole(hole, nowNanos);
        window.advance(extended);
        if (hole == 0) {
            return Arrival.NEXT;
        }
        return hole > MissingPackets.CAPACITY ? Arrival.AFTER_GAP : Arrival.BEHIND_HOLE;
    }

    /// How a packet came to us.
    public enum Delivery {
        ORIGINAL,
        /// As a retransmission: it fills its hole but says nothing of the path.
        REPAIR
    }

    private Arrival fillHole(long extended, Delivery delivery) {
        if (window.contains(extended)) {
            return Arrival.DUPLICATE;
        }
        window.set(extended);
        missing.remove(extended);
        if (delivery == Delivery.ORIGINAL) {
            received++;
        }
        return Arrival.FILLS_HOLE;
    }

    private void count(int timestamp, long nowNanos, Delivery delivery) {
        if (delivery == Delivery.ORIGINAL) {
            received++;
            jitter.arrive(timestamp, nowNanos);
        }
    }

    private void noteHole(long hole, long nowNanos) {
        if (!repairing) {
            return;
        }
        if (hole > MissingPackets.CAPACITY) {
            missing.giveUpAll();
            return;
        }
        for (long i = hole; i > 0; i--) {
            missing.add(window.highest() + hole - i + 1, nowNanos);
        }
    }

    /// Whether holes are to be asked for from now on: nobody misses a packet that goes nowhere.
    public void repair(boolean on) {
        repairing = on && repairable;
        if (!on) {
            missing.giveUpAll();
        }
    }

    public int ssrc() {
        return ssrc;
    }

    public MissingPackets missing() {
        return missing;
    }

    public double jitterMillis() {
        return jitter.millis();
    }

    /// The extended number of the packet that arrived last; its low 16 bits are the packet's.
    public long lastExtended() {
        return lastExtended;
    }

    /// Packets that should have come since the beginning.
    public long expected() {
        return window.highest() - first + 1;
    }

    /// Packets that came as originals.
    public long received() {
        return received;
    }

    /// Remembers that the source's sender report came, for the report blocks to refer to.
    public void senderReport(SenderReport report, long nowNanos) {
        senderReport = report.middleNtp();
        senderReportNanos = nowNanos;
    }

    /// The report on the time since the last one (RFC 3550, appendix A.3).
    public LossReport report(long nowNanos) {
        long expectedNow = expected() - expectedBefore;
        long lostNow = expectedNow - (received - receivedBefore);
        expectedBefore = expected();
        receivedBefore = received;
        int fraction = expectedNow == 0 || lostNow <= 0 ? 0 : (int) Math.min(255, (lostNow << 8) / expectedNow);
        long lost = Math.clamp(expected() - received, -0x800000, 0x7FFFFF);
        long delay = senderReport == 0 ? 0 : (((nowNanos - senderReportNanos) / 1000) << 16) / 1_000_000;
        return new LossReport(
                ssrc, fraction, (int) lost, (int) (window.highest() - 0x10000L), jitter.value(), senderReport, (int)
                        delay);
    }
}
