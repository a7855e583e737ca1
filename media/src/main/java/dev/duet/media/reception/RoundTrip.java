// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.reception;

import dev.duet.media.rtcp.LossReport;

/// The smoothed round-trip time of one leg, measured from our sender reports and the peer's answers to them (RFC 3550,
/// section 6.4.1).
public final class RoundTrip {
    /// Assumed until the first measurement; a fair guess for a call within a continent.
    public static final long ASSUMED_NANOS = 100_000_000;

    /// Peers answer the newest reports; audio and two videos a second make more than this in no report interval.
    private static final int REMEMBERED = 16;

    private final int[] middleNtp = new int[REMEMBERED];
    private final long[] sentNanos = new long[REMEMBERED];
    private int next;
    private long smoothedNanos;

    /// Notes that a sender report with this middle NTP time leaves now.
    public void sent(int middle, long nowNanos) {
        middleNtp[next] = middle;
        sentNanos[next] = nowNanos;
        next = (next + 1) % REMEMBERED;
    }

    /// Takes a measurement from a report block, if it answers a report we remember.
    public void answered(LossReport report, long nowNanos) {
        if (report.lastSenderReport() == 0) {
            return;
        }
        for (int i = 0; i < REMEMBERED; i++) {
            if (middleNtp[i] == report.lastSenderReport()) {
                long held = (((report.delaySinceSenderReport() & 0xFFFF_FFFFL) * 1_000_000) >>> 16) * 1000;
                update(nowNanos - sentNanos[i] - held);
                return;
            }
        }
    }

    private void update(long sampleNanos) {
        long sample = Math.max(0, sampleNanos);
        smoothedNanos = smoothedNanos == 0 ? sample : smoothedNanos + (sample - smoothedNanos) / 8;
    }

    /// Whether anything was measured yet.
    public boolean isKnown() {
        return smoothedNanos > 0;
    }

    public long nanos() {
        return isKnown() ? smoothedNanos : ASSUMED_NANOS;
    }
}
