// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How well a connection carries a conversation, with its number on the wire.
///
/// The original service does not publish its thresholds, so these are ours. Loss: Opus conceals 1 % unheard and, with
/// its own redundancy, 3 % barely; at 8 % retransmission still repairs video in time; beyond 30 % nothing does. Round
/// trip: ITU-T G.114 finds a one-way delay of 150 ms fine and 400 ms the limit, of which the two legs share. Jitter is
/// a
/// mean deviation (RFC 3550 section 6.4.1), and a receiver buffers about three times as much to play without gaps: a
/// sender that spreads a picture over its 33 ms makes up to 30 ms on a perfect line; 50 ms cost 150 ms of delay, 100 ms
/// cost 300 ms and with the way itself G.114's limit; from 200 ms on the buffer gives up and speech is cut.
public enum QualityLevel {
    UNKNOWN(0, 0, Duration.ZERO, Duration.ZERO),
    EXCELLENT(1, 1, Duration.ofMillis(100), Duration.ofMillis(30)),
    GOOD(2, 3, Duration.ofMillis(200), Duration.ofMillis(50)),
    POOR(3, 8, Duration.ofMillis(400), Duration.ofMillis(100)),
    BAD(4, 15, Duration.ofMillis(800), Duration.ofMillis(200)),
    VERY_BAD(5, 30, Duration.ofMillis(1500), Duration.ofMillis(400)),
    DOWN(6, 100, Duration.ofDays(1), Duration.ofDays(1));

    private final int number;
    private final double mostLossPercent;
    private final Duration longestRtt;
    private final Duration mostJitter;

    QualityLevel(int number, double mostLossPercent, Duration longestRtt, Duration mostJitter) {
        this.number = number;
        this.mostLossPercent = mostLossPercent;
        this.longestRtt = longestRtt;
        this.mostJitter = mostJitter;
    }

    /// The best level whose bounds are all kept; unknown while nothing was measured.
    public static QualityLevel of(@Nullable Duration rtt, double lossPercent, Duration jitter) {
        if (rtt == null) {
            return UNKNOWN;
        }
        for (QualityLevel level : values()) {
            if (level != UNKNOWN && level.bears(rtt, lossPercent, jitter)) {
                return level;
            }
        }
        return DOWN;
    }

    private boolean bears(Duration rtt, double lossPercent, Duration jitter) {
        return lossPercent <= mostLossPercent && rtt.compareTo(longestRtt) <= 0 && jitter.compareTo(mostJitter) <= 0;
    }

    /// The worse of two legs in a row; unknown when either is, unless the other is down.
    public static QualityLevel worse(QualityLevel a, QualityLevel b) {
        if (a == DOWN || b == DOWN) {
            return DOWN;
        }
        if (a == UNKNOWN || b == UNKNOWN) {
            return UNKNOWN;
        }
        return a.compareTo(b) > 0 ? a : b;
    }

    /// 0 unknown, 1 excellent to 6 down.
    public int number() {
        return number;
    }
}
