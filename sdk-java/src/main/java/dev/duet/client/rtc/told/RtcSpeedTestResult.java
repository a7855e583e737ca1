// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.told;

/// How a speed test went. Losses are 0 to 1, `rtt` and jitters in ms, bandwidths in kbps, -1 when not measured.
///
/// @param errMsg empty on success
/// @param ip of the server; empty where the engine does not say
/// @param quality 0 to 6 as in [RtcQualityInfo]
public record RtcSpeedTestResult(
        boolean success,
        String errMsg,
        String ip,
        int quality,
        double upLostRate,
        double downLostRate,
        int rtt,
        int upJitter,
        int downJitter,
        int availableUpBandwidth,
        int availableDownBandwidth) {

    public static RtcSpeedTestResult failed(String why) {
        return new RtcSpeedTestResult(false, why, "", 0, 0, 0, 0, 0, 0, -1, -1);
    }
}
