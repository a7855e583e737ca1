// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

/// How fast one socket may send: a bucket of permits that fills steadily. Of one thread at a time.
final class Pace {
    /// A burst of two seconds' worth: a page that comes back sends its whole state at once.
    private static final int BURST_SECONDS = 2;

    /// Whoever was refused for three seconds' worth of frames in a row does not listen.
    private static final int PATIENCE_SECONDS = 3;

    private final int perSecond;
    private double permits;
    private long filledAtMillis;
    private int refusedInARow;

    Pace(int perSecond, long nowMillis) {
        this.perSecond = perSecond;
        this.permits = BURST_SECONDS * (double) perSecond;
        this.filledAtMillis = nowMillis;
    }

    enum Step {
        GO,
        REFUSE,
        CLOSE
    }

    /// Judges one frame.
    Step step(long nowMillis) {
        permits =
                Math.min(BURST_SECONDS * (double) perSecond, permits + (nowMillis - filledAtMillis) * 1e-3 * perSecond);
        filledAtMillis = nowMillis;
        if (permits >= 1) {
            permits--;
            refusedInARow = 0;
            return Step.GO;
        }
        return ++refusedInARow > PATIENCE_SECONDS * perSecond ? Step.CLOSE : Step.REFUSE;
    }
}
