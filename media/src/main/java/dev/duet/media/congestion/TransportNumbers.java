// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.congestion;

import dev.duet.media.rtcp.TransportFeedback;
import dev.duet.media.rtp.SequenceNumber;
import java.util.Arrays;

/// The transport-wide sequence numbers of what we send to one peer, and which packet of the other peer each one
/// carried.
public final class TransportNumbers {
    /// A packet of our own making, such as a retransmission.
    public static final long OURS = -1;

    /// Sixteen seconds of a fast stream.
    private static final int REMEMBERED = 4096;

    private final long[] origins = new long[REMEMBERED];
    private long lastSent;
    private long covered = 1;
    private long reference;
    private boolean heard;
    private long reported;
    private long lost;

    public TransportNumbers() {
        Arrays.fill(origins, OURS);
    }

    /// The number that the next packet will have; it is not used up.
    public int upcoming() {
        return (int) (lastSent + 1) & 0xFFFF;
    }

    /// Uses up the upcoming number for a packet that carries the packet `origin` of the other peer.
    public void use(long origin) {
        lastSent++;
        origins[slot(lastSent)] = origin;
    }

    /// Tells the sender's side what the receiver reports of the packets that came from there.
    public void accept(TransportFeedback feedback, FeedbackTranslation sender) {
        long base = SequenceNumber.extend(feedback.baseSequence(), lastSent);
        skipTo(base, sender);
        long referenceTicks = follow(feedback.reference()) * TransportFeedback.REFERENCE_TICKS;
        for (int i = 0; i < feedback.count(); i++) {
            long sent = base + i;
            if (sent > lastSent || sent <= lastSent - REMEMBERED) {
                continue;
            }
            boolean arrived = feedback.arrival(i) != TransportFeedback.LOST;
            reported++;
            lost += arrived ? 0 : 1;
            tell(origins[slot(sent)], arrived, referenceTicks + feedback.arrival(i), sender);
        }
        covered = Math.clamp(base + feedback.count(), covered, lastSent + 1);
    }

    /// The other peer is another one now: what it sent is nobody's any more.
    public void forgetOrigins() {
        Arrays.fill(origins, OURS);
    }

    /// Packets that the receiver reported on so far, lost or not.
    public long reported() {
        return reported;
    }

    /// Packets that the receiver reported as lost so far.
    public long lost() {
        return lost;
    }

    private static void tell(long origin, boolean arrived, long ticks, FeedbackTranslation sender) {
        if (origin == OURS) {
            return;
        }
        if (arrived) {
            sender.reached(origin, ticks);
        } else {
            sender.lostBehind(origin);
        }
    }

    /// Feedback begins behind packets that none has covered: the feedback in between was lost.
    private void skipTo(long base, FeedbackTranslation sender) {
        for (long sent = Math.max(covered, lastSent - REMEMBERED + 1); sent < base && sent <= lastSent; sent++) {
            if (origins[slot(sent)] != OURS) {
                sender.untold(origins[slot(sent)]);
            }
        }
    }

    /// Extends the 24-bit reference time.
    private long follow(int low) {
        int shift = Integer.SIZE - TransportFeedback.REFERENCE_BITS;
        if (heard) {
            reference += ((low - (int) reference) << shift) >> shift;
        } else {
            reference = low;
            heard = true;
        }
        return reference;
    }

    private static int slot(long sent) {
        return (int) sent & (REMEMBERED - 1);
    }
}
