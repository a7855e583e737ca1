// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.told;

/// How good the network of a user is.
///
/// @param userId empty for the own uplink
/// @param quality 0 unknown, 1 excellent, 2 good, 3 poor, 4 bad, 5 very bad, 6 down
public record RtcQualityInfo(String userId, int quality) {}
