// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import java.time.Duration;
import java.util.Map;

/// What the media loop has counted since it started, and what is open now.
///
/// @param packetsIn datagrams received
/// @param packetsOut datagrams sent
/// @param bytesIn of payload of those datagrams
/// @param bytesOut of payload of those datagrams
/// @param rooms open now
/// @param peers in those rooms now
/// @param lobbies with a device that waits for its room now
/// @param mirrors with a device in front now
/// @param handshakes finished with keys
/// @param handshakesFailed ended without keys
/// @param roundTrip between us and a peer, the mean of those that are known; zero when none is
/// @param uplinkLoss share of the peers' packets that did not reach us in the last interval, the mean, 0 to 1
/// @param downlinkLoss share of our packets that did not reach the peers in the last interval, the mean, 0 to 1
/// @param drops datagrams not used, by the name of the reason
public record MediaCounts(
        long packetsIn,
        long packetsOut,
        long bytesIn,
        long bytesOut,
        int rooms,
        int peers,
        int lobbies,
        int mirrors,
        long handshakes,
        long handshakesFailed,
        Duration roundTrip,
        double uplinkLoss,
        double downlinkLoss,
        Map<String, Long> drops) {
    static final MediaCounts NOTHING = new MediaCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO, 0, 0, Map.of());

    public MediaCounts {
        drops = Map.copyOf(drops);
    }
}
