// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How well a connection carries a conversation, with its number on the wire.
///
/// The original service does not publish its thresholds, so these are ours. Loss: Opus conceals 1 % unheard and, with
/// its own redundancy, 3 % barely; at 8 % retransmission still repairs video in time; beyond 30 % nothing does. Round
/// trip: ITU-T G.114 finds a one-way delay of 150 ms fine and 400 ms the limit, of which the two legs share.
public enum QualityLevel {
    UNKNOWN(0, 0, Duration.ZERO),
    EXCELLENT(1, 1, Duration.ofMillis(100)),
    GOOD(2, 3, Duration.ofMillis(200)),
    POOR(3, 8, Duration.ofMillis(400)),
    BAD(4, 15, Duration.ofMillis(800)),
    VERY_BAD(5, 30, Duration.ofMillis(1500)),
    DOWN(6, 100, Duration.ofDays(1));

    private final int number;
    private final double mostLossPercent;
    private final Duration longestRtt;

    QualityLevel(int number, double mostLossPercent, Duration longestRtt) {
        this.number = number;
        this.mostLossPercent = mostLossPercent;
        this.longestRtt = longestRtt;
    }

    /// The best level whose loss and round trip are both kept; unknown while nothing was measured.
    public static QualityLevel of(@Nullable Duration rtt, double lossPercent) {
        if (rtt == null) {
            return UNKNOWN;
        }
        for (QualityLevel level : values()) {
            if (level != UNKNOWN && lossPercent <= level.mostLossPercent && rtt.compareTo(level.longestRtt) <= 0) {
                return level;
            }
        }
        return DOWN;
    }

    /// The worse of two legs in a row; unknown when either is.
    public static QualityLevel worse(QualityLevel a, QualityLevel b) {
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
