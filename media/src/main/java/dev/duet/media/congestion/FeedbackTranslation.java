// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.congestion;

import dev.duet.media.rtcp.ArrivalReport;
import dev.duet.media.rtcp.TransportFeedback;
import dev.duet.media.rtp.SequenceNumber;

/// What became of each packet a sender put on the wire, told to that sender as if one path led to the receiver.
///
/// Lost before us or behind us is lost; forwarded and received is received when the receiver says; what ends here
/// (probes,
/// duplicates, packets nobody wants) is received when we did, moved onto the receiver's time axis.
public final class FeedbackTranslation {
    /// Where finished reports go.
    public interface Sink {
        void report(ArrivalReport report, int baseSequence, int number);
    }

    /// Eight seconds of a fast sender.
    private static final int REMEMBERED = 2048;
    /// A report of this many packets fits any datagram, whatever its deltas.
    private static final int REPORT_CAPACITY = 256;
    /// A receiver that says nothing for this long is not going to: its packets count as received when we got them.
    private static final long PATIENCE_TICKS = 4_000;

    private static final byte UNSEEN = 0;
    private static final byte ENDED_HERE = 1;
    private static final byte FORWARDED = 2;
    private static final byte REACHED = 3;
    private static final byte LOST_BEHIND = 4;
    private static final byte UNTOLD = 5;

    private final byte[] fates = new byte[REMEMBERED];
    private final long[] serverTicks = new long[REMEMBERED];
    private final long[] receiverTicks = new long[REMEMBERED];
    private final ArrivalTimeline timeline = new ArrivalTimeline();
    private final ArrivalReport report = new ArrivalReport(REPORT_CAPACITY);

    private boolean started;
    private long highest;
    private long next;
    private int number;

    /// A packet came; until [#forwarded] is called it ends here. Returns its extended number.
    public long arrived(int sequence, long nowNanos) {
        if (!started) {
            started = true;
            highest = 0x10000L + sequence - 1;
            next = highest + 1;
        }
        long extended = SequenceNumber.extend(sequence, highest);
        if (extended > highest) {
            advance(extended);
        }
        if (extended >= next && fates[slot(extended)] == UNSEEN) {
            fates[slot(extended)] = ENDED_HERE;
            serverTicks[slot(extended)] = nowNanos / TransportFeedback.TICK_NANOS;
        }
        return extended;
    }

    /// The packet was sent on, and the receiver will tell of it.
    public void forwarded(long extended) {
        if (isOpen(extended)) {
            fates[slot(extended)] = FORWARDED;
        }
    }

    /// The receiver got a forwarded packet, at this time of its clock.
    public void reached(long extended, long ticks) {
        if (isForwarded(extended)) {
            fates[slot(extended)] = REACHED;
            receiverTicks[slot(extended)] = ticks;
        }
    }

    /// The receiver did not get a forwarded packet.
    public void lostBehind(long extended) {
        if (isForwarded(extended)) {
            fates[slot(extended)] = LOST_BEHIND;
        }
    }

    /// The receiver's word about a forwarded packet was itself lost: the sender is not told either.
    public void untold(long extended) {
        if (isForwarded(extended)) {
            fates[slot(extended)] = UNTOLD;
        }
    }

    /// There is no receiver any more; what was on its way to it counts as received here.
    public void receiverGone() {
        for (long packet = next; packet <= highest; packet++) {
            if (fates[slot(packet)] == FORWARDED) {
                fates[slot(packet)] = ENDED_HERE;
            }
        }
        timeline.unlink();
    }

    /// Whether packets wait to be reported.
    public boolean isPending() {
        return started && next <= highest;
    }

    /// Reports everything whose fate is known, up to the first packet still on its way.
    public void flush(long nowNanos, Sink sink) {
        long nowTicks = nowNanos / TransportFeedback.TICK_NANOS;
        report.clear();
        long base = next;
        while (next <= highest && !isWaiting(next, nowTicks)) {
            if (fates[slot(next)] == UNTOLD) {
                emit(base, sink);
                base = ++next;
            } else if (report.add(time(next))) {
                next++;
            } else {
                emit(base, sink);
                base = next;
            }
        }
        // Losses without a later arrival stay for the next report: alone they would have no reference time.
        if (!emit(base, sink)) {
            next = base;
        }
    }

    private boolean emit(long base, Sink sink) {
        boolean worth = report.received() > 0;
        if (worth) {
            sink.report(report, (int) base & 0xFFFF, number++ & 0xFF);
        }
        report.clear();
        return worth;
    }

    private long time(long packet) {
        int slot = slot(packet);
        return switch (fates[slot]) {
            case ENDED_HERE, FORWARDED -> timeline.ofServer(serverTicks[slot]);
            case REACHED -> timeline.ofReceiver(serverTicks[slot], receiverTicks[slot]);
            default -> ArrivalReport.LOST;
        };
    }

    private boolean isWaiting(long packet, long nowTicks) {
        return fates[slot(packet)] == FORWARDED && nowTicks - serverTicks[slot(packet)] < PATIENCE_TICKS;
    }

    private void advance(long extended) {
        long from = Math.max(highest + 1, extended - REMEMBERED + 1);
        for (long packet = from; packet <= extended; packet++) {
            fates[slot(packet)] = UNSEEN;
        }
        highest = extended;
        next = Math.max(next, extended - REMEMBERED + 1);
    }

    private boolean isOpen(long extended) {
        return extended >= next && extended <= highest;
    }

    private boolean isForwarded(long extended) {
        if (!isOpen(extended)) {
            return false;
        }
        byte fate = fates[slot(extended)];
        return fate == FORWARDED || fate == LOST_BEHIND || fate == UNTOLD;
    }

    private static int slot(long extended) {
        return (int) extended & (REMEMBERED - 1);
    }
}
