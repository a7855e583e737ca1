// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.told;

import java.util.List;

/// Told every 2 s. Losses in percent, `rtt` in ms, bytes since the connection began, memory in MB.
///
/// @param appCpu of all processors, in percent; 0 where the machine does not say
/// @param systemCpu as `appCpu`
public record RtcStatistics(
        int appCpu,
        int systemCpu,
        double upLoss,
        double downLoss,
        int rtt,
        long sentBytes,
        long receivedBytes,
        List<RtcLocalStatistics> localStatisticsArray,
        List<RtcRemoteStatistics> remoteStatisticsArray,
        int appMemoryUsageInMB) {
    public RtcStatistics {
        localStatisticsArray = List.copyOf(localStatisticsArray);
        remoteStatisticsArray = List.copyOf(remoteStatisticsArray);
    }

    public int localStatisticsArraySize() {
        return localStatisticsArray.size();
    }

    public int remoteStatisticsArraySize() {
        return remoteStatisticsArray.size();
    }
}
