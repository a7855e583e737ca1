// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.state;

import java.time.Duration;

/// Network quality of a call, judged every 2 s: 0 unknown, 1 excellent, 2 good, 3 poor, 4 bad, 5 very bad, 6 down.
///
/// @param local of the own uplink
/// @param remote of what arrives here
/// @param roundTrip to the server and back; zero while it is unknown
/// @param upLossPercent 0 to 100
/// @param downLossPercent 0 to 100
public record CallQuality(int local, int remote, Duration roundTrip, double upLossPercent, double downLossPercent) {
    public static final CallQuality UNKNOWN = new CallQuality(0, 0, Duration.ZERO, 0, 0);
}
