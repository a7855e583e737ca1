// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

/// How one leg carried media over the last interval; raw figures.
///
/// @param uplinkLoss share of the browser's packets that did not reach us, 0 to 1, before repair
/// @param downlinkLoss share of our packets that did not reach the browser, 0 to 1, before repair
/// @param roundTripNanos 0 while unknown
/// @param jitterMillis of the browser's packets at our side, the worst active stream's
public record Quality(double uplinkLoss, double downlinkLoss, long roundTripNanos, double jitterMillis) {}
