// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.told;

import java.util.List;

/// Told every 2 s. Losses in percent, `rtt` in ms, bytes since the connection began, memory of
/// the JVM's heap in MB. Processors are not measured: Java has its own ways to look at them.
public record RtcStatistics(
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
