// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import java.util.Map;

/// What the media loop has counted since it started, and what is open now.
///
/// @param packetsIn datagrams received
/// @param packetsOut datagrams sent
/// @param bytesIn of payload of those datagrams
/// @param bytesOut of payload of those datagrams
/// @param rooms open now
/// @param peers in those rooms now
/// @param handshakes finished with keys
/// @param handshakesFailed ended without keys
/// @param drops datagrams not used, by the name of the reason
public record MediaCounts(
        long packetsIn,
        long packetsOut,
        long bytesIn,
        long bytesOut,
        int rooms,
        int peers,
        long handshakes,
        long handshakesFailed,
        Map<String, Long> drops) {
    public MediaCounts {
        drops = Map.copyOf(drops);
    }
}
