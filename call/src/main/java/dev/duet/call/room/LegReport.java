// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import dev.duet.id.UserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What was measured between one user and the server in the last 2 s. `rtt` is null while nothing was measured; loss
/// is 0 to 100, as seen by the receiver of that direction; `jitter` is the uplink's, as RFC 3550 section 6.4.1 has it.
public record LegReport(
        UserId user, @Nullable Duration rtt, double upLossPercent, double downLossPercent, Duration jitter) {

    public QualityLevel uplink() {
        return QualityLevel.of(rtt, upLossPercent, jitter);
    }

    /// Nobody reports the jitter of the downlink.
    public QualityLevel downlink() {
        return QualityLevel.of(rtt, downLossPercent, Duration.ZERO);
    }
}
