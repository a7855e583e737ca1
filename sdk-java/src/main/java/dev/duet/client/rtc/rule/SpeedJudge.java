// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.rule;

import dev.duet.client.course.QualityGrade;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.ConnectionStats.Received;
import dev.duet.client.media.ConnectionStats.Sent;
import dev.duet.client.rtc.told.RtcSpeedTestResult;
import dev.duet.client.rtc.type.RtcSpeedTestParams;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.ToLongFunction;

/// What two figures say of the path between them.
public final class SpeedJudge {
    private SpeedJudge() {}

    /// What came back between two figures, in kbps.
    public static double kbpsBetween(ConnectionStats before, ConnectionStats now) {
        double millis = (now.takenNanos() - before.takenNanos()) / 1e6;
        return millis <= 0 ? 0 : grown(before, now, Received::bytes) * 8 / millis;
    }

    private static long grown(ConnectionStats before, ConnectionStats now, ToLongFunction<Received> counter) {
        return Math.max(0, sum(now, counter) - sum(before, counter));
    }

    private static long sum(ConnectionStats stats, ToLongFunction<Received> counter) {
        return stats.received().stream().mapToLong(counter).sum();
    }

    /// The result.
    ///
    /// @param fastest the most that came back within a second, in kbps
    public static RtcSpeedTestResult judge(
            ConnectionStats first, ConnectionStats last, double fastest, RtcSpeedTestParams params) {
        double up = last.sent().stream().mapToDouble(Sent::lossPercent).max().orElse(0) / 100;
        long lost = grown(first, last, Received::packetsLost);
        double down = share(lost, lost + grown(first, last, Received::packets));
        Duration jitter = last.received().stream()
                .map(Received::jitter)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        double estimate = last.sendableBitsPerSecond() / 1_000.0;
        return new RtcSpeedTestResult(
                true,
                "",
                "",
                QualityGrade.of(Math.max(up, down) * 100, last.roundTrip(), jitter),
                rounded(up),
                down,
                (int) last.roundTrip().toMillis(),
                0,
                (int) jitter.toMillis(),
                bandwidth(params.expectedUpBandwidth(), Math.max(estimate, fastest)),
                bandwidth(params.expectedDownBandwidth(), fastest));
    }

    /// No more than was asked for: more was not tried.
    private static int bandwidth(int expected, double measured) {
        return expected == 0 ? -1 : (int) Math.round(Math.min(expected, measured));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : rounded(Math.min(1.0, (double) part / whole));
    }

    private static double rounded(double share) {
        return Math.round(share * 1_000) / 1_000.0;
    }
}
