// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import java.time.Duration;

/// How well one user's connection carried media since the last report.
///
/// @param uplinkLoss share of this user's packets that did not reach the server, 0 to 1, before repair
/// @param downlinkLoss share of the server's packets that did not reach this user, 0 to 1, before repair
/// @param roundTrip between the server and this user; zero while unknown
/// @param jitter of this user's packets at the server, the worst stream's
public record QualityReport(double uplinkLoss, double downlinkLoss, Duration roundTrip, Duration jitter) {}
