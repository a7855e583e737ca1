// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.client.media.machine.StatsReading;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The library's statistics as the standard names them.
final class NativeStats {
    private NativeStats() {}

    static StatsReading of(RTCStatsReport report) {
        return new StatsReading(
                report.getStats().values().stream().map(NativeStats::entry).toList());
    }

    private static Map<String, Object> entry(RTCStats stats) {
        Map<String, Object> entry = new HashMap<>(stats.getAttributes());
        entry.put("id", stats.getId());
        entry.put("type", stats.getType().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return entry;
    }
}
