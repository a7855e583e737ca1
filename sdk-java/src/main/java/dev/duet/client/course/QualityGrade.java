// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import java.time.Duration;
import java.util.List;

/// The levels of a network: 0 unknown, 1 excellent, 2 good, 3 poor, 4 bad, 5 very bad, 6 down. The same bounds that
/// the server grades by, see docs/protocol.md.
public final class QualityGrade {
    public static final int UNKNOWN = 0;
    public static final int DOWN = 6;

    private static final List<Bounds> LEVELS = List.of(
            new Bounds(1, 100, 30),
            new Bounds(3, 200, 50),
            new Bounds(8, 400, 100),
            new Bounds(15, 800, 200),
            new Bounds(30, 1_500, 400));

    /// The most a level bears.
    private record Bounds(double lossPercent, long rttMillis, long jitterMillis) {
        boolean hold(double loss, Duration rtt, Duration jitter) {
            return loss <= lossPercent && rtt.toMillis() <= rttMillis && jitter.toMillis() <= jitterMillis;
        }
    }

    private QualityGrade() {}

    /// The best level all of whose bounds are kept.
    public static int of(double lossPercent, Duration rtt, Duration jitter) {
        for (int at = 0; at < LEVELS.size(); at++) {
            if (LEVELS.get(at).hold(lossPercent, rtt, jitter)) {
                return at + 1;
            }
        }
        return DOWN;
    }
}
