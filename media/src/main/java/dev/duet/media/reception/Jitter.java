// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.reception;

/// The smoothed variation of packet spacing (RFC 3550, section 6.4.1 and appendix A.8).
final class Jitter {
    private final int clockRate;
    private long startNanos;
    private int lastTransit;
    private int lastTimestamp;
    private boolean started;
    /// Sixteen times the jitter, as in appendix A.8.
    private int scaled;

    Jitter(int clockRate) {
        this.clockRate = clockRate;
    }

    void arrive(int timestamp, long nowNanos) {
        if (!started) {
            started = true;
            startNanos = nowNanos;
            lastTimestamp = timestamp - 1;
            lastTransit = -timestamp;
        }
        if (timestamp == lastTimestamp) {
            return;
        }
        long elapsedMicros = (nowNanos - startNanos) / 1000;
        int transit = (int) (elapsedMicros * clockRate / 1_000_000) - timestamp;
        int change = Math.abs(transit - lastTransit);
        lastTransit = transit;
        lastTimestamp = timestamp;
        // A clock jump of a second or more is a new beginning of the source, not jitter.
        if (change >= 0 && change < clockRate) {
            scaled += change - ((scaled + 8) >> 4);
        }
    }

    /// In units of the media clock.
    int value() {
        return scaled >> 4;
    }

    double millis() {
        return 1000.0 * value() / clockRate;
    }
}
