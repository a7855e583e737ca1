// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.id.UserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What was measured between one user and the server in the last 2 s. `rtt` is null while nothing was measured; loss
/// is 0 to 100, as seen by the receiver of that direction.
public record LegReport(UserId user, @Nullable Duration rtt, double upLossPercent, double downLossPercent) {}
