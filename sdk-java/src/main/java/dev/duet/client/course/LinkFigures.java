// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.ConnectionStats.Received;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What an engine knows about a connection since the figures before.
///
/// @param upLossPercent 0 to 100, one digit behind the point
/// @param received packets
/// @param begun whether any packet has come yet
public record LinkFigures(Duration rtt, double upLossPercent, double downLossPercent, long received, boolean begun) {

    public static LinkFigures between(@Nullable ConnectionStats before, ConnectionStats now) {
        long lost = grown(before, now, Received::packetsLost);
        long received = grown(before, now, Received::packets);
        double up = now.sent().stream()
                .mapToDouble(ConnectionStats.Sent::lossPercent)
                .max()
                .orElse(0);
        return new LinkFigures(
                now.roundTrip(),
                rounded(up),
                percent(lost, lost + received),
                received,
                sum(now, Received::packets) > 0);
    }

    /// Of all that comes in.
    private static long grown(@Nullable ConnectionStats before, ConnectionStats now, ToLongFunction<Received> counter) {
        return Math.max(0, sum(now, counter) - (before == null ? 0 : sum(before, counter)));
    }

    private static long sum(ConnectionStats stats, ToLongFunction<Received> counter) {
        return stats.received().stream().mapToLong(counter).sum();
    }

    /// A share in percent; 0 of nothing.
    public static double percent(long part, long whole) {
        return whole <= 0 ? 0 : rounded(100.0 * Math.max(0, part) / whole);
    }

    private static double rounded(double percent) {
        return Math.round(percent * 10) / 10.0;
    }
}
