// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.congestion;

/// One unbroken time axis for the arrivals reported to a sender, whoever's clock measured them. All times are in ticks
/// of 250 µs.
///
/// The axis runs `lag` behind our clock. A receiver's clock has a constant distance to the axis, chosen when that clock
/// is
/// first used so that the lag does not jump; from then on growing lag is growing delay between us and that receiver.
/// Arrivals
/// that only we measured are put on the axis with the last known lag.
final class ArrivalTimeline {
    /// Where the axis begins: far from zero, so that no early arrival becomes negative.
    private static final long START_TICKS = 256_000;

    private boolean started;
    private boolean linked;
    private long lag;
    private long receiverDistance;

    /// The time of an arrival that only our clock measured.
    long ofServer(long serverTicks) {
        if (!started) {
            started = true;
            lag = START_TICKS - serverTicks;
        }
        return serverTicks + lag;
    }

    /// The time of an arrival at the receiver, by its clock, of a packet that came to us at `serverTicks`.
    long ofReceiver(long serverTicks, long receiverTicks) {
        if (!linked) {
            receiverDistance = ofServer(serverTicks) - receiverTicks;
            linked = true;
        }
        long time = receiverTicks + receiverDistance;
        lag = time - serverTicks;
        return time;
    }

    /// The receiver is another one now, with a clock of its own.
    void unlink() {
        linked = false;
    }
}
