// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import dev.duet.media.peer.Drops;
import dev.duet.media.peer.Peer;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.media.terms.Negotiated;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.wire.Outbound;
import org.jspecify.annotations.Nullable;

/// One browser in a room: its peer, what it sends and what it gets.
public final class Leg {
    /// Browsers that get feedback less often than every tenth of a second adapt late.
    private static final long FEEDBACK_NANOS = 50_000_000;
    /// Legs whose feedback falls due together share one wake-up of the loop.
    private static final long FEEDBACK_GRID_NANOS = 10_000_000;
    /// RFC 3550, section 6.2 would allow far more; once a second keeps round trips fresh and costs next to nothing.
    private static final long REPORT_NANOS = 1_000_000_000;
    /// As often as clients are told.
    private static final long QUALITY_NANOS = 2_000_000_000;
    /// Reports of many calls leave together: each by itself would wake the loop, the mailbox and a socket's thread.
    private static final long REPORT_GRID_NANOS = 100_000_000;

    private final Negotiated negotiated;
    private final Peer peer;
    private final RtcpBundle bundle;
    private final Uplink uplink;
    private final Downlink downlink;

    private @Nullable Leg other;
    private boolean running;
    private long feedbackAt;
    private long reportAt;
    private long qualityAt;

    /// @param ssrcs on which this browser was told to expect the other one's streams
    /// @param cname under which it was told to play them in step
    public Leg(Negotiated negotiated, LegSsrcs ssrcs, String cname, Peer peer, Drops drops) {
        this.negotiated = negotiated;
        this.peer = peer;
        boolean reducedSize = negotiated.streams().stream().allMatch(NegotiatedStream::reducedSizeRtcp);
        bundle = new RtcpBundle(peer, ssrcs.audio().media(), reducedSize);
        uplink = new Uplink(negotiated, bundle, drops);
        downlink = new Downlink(negotiated, ssrcs, cname, peer, bundle, drops);
    }

    public Peer peer() {
        return peer;
    }

    Negotiated negotiated() {
        return negotiated;
    }

    Uplink uplink() {
        return uplink;
    }

    Downlink downlink() {
        return downlink;
    }

    /// The leg whose streams this browser gets and that gets its own, or null while it is alone.
    @Nullable
    Leg other() {
        return other;
    }

    /// Will get the streams of another leg, or its own.
    void meet(Leg leg) {
        other = leg;
        downlink.connect(leg.negotiated);
    }

    /// Is alone from now on.
    void part() {
        other = null;
        downlink.disconnect();
        uplink.feedback().receiverGone();
    }

    boolean isSecured() {
        return peer.isSecured();
    }

    /// Media can flow from now on: the regular reports begin.
    void begin(long nowNanos) {
        running = true;
        feedbackAt = nowNanos;
        reportAt = onGrid(nowNanos + REPORT_NANOS, REPORT_GRID_NANOS);
        qualityAt = onGrid(nowNanos + QUALITY_NANOS, REPORT_GRID_NANOS);
    }

    /// When [#work] has something to do next, or `Long.MAX_VALUE`.
    long nextAt() {
        if (!running || !peer.isSecured()) {
            return Long.MAX_VALUE;
        }
        long next = Math.min(Math.min(reportAt, qualityAt), uplink.askAt());
        return uplink.feedback().isPending() ? Math.min(next, feedbackAt) : next;
    }

    /// Does what is due.
    void work(long nowNanos, RelayOutbound out) {
        if (!running || !peer.isSecured()) {
            return;
        }
        if (uplink.askAt() <= nowNanos) {
            uplink.ask(nowNanos, downlink.roundTrip().nanos(), out);
        }
        if (feedbackAt <= nowNanos) {
            giveFeedback(nowNanos, out);
        }
        if (reportAt <= nowNanos) {
            reportAt = onGrid(nowNanos + REPORT_NANOS, REPORT_GRID_NANOS);
            uplink.report(nowNanos, out);
        }
        if (qualityAt <= nowNanos) {
            qualityAt = onGrid(nowNanos + QUALITY_NANOS, REPORT_GRID_NANOS);
            out.quality(this, quality(nowNanos));
        }
        flush(out);
    }

    /// Tells the browser what became of its packets, as far as that is known.
    void giveFeedback(long nowNanos, Outbound out) {
        feedbackAt = onGrid(nowNanos + FEEDBACK_NANOS, FEEDBACK_GRID_NANOS);
        uplink.giveFeedback(nowNanos, out);
    }

    /// Sends the RTCP that has come together.
    void flush(Outbound out) {
        bundle.flush(out);
    }

    /// The last multiple of the grid up to this time.
    private static long onGrid(long nanos, long grid) {
        return Math.floorDiv(nanos, grid) * grid;
    }

    private Quality quality(long nowNanos) {
        return new Quality(
                uplink.takeLoss(),
                downlink.takeLoss(),
                downlink.roundTrip().isKnown() ? downlink.roundTrip().nanos() : 0,
                uplink.jitterMillis(nowNanos));
    }
}
