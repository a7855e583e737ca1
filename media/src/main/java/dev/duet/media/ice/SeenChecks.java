// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import dev.duet.media.stun.TransactionId;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/// The recent checks of a peer and where each came from. A copy of one, sent from elsewhere, would steal the path:
/// STUN's integrity says who made a check, not who sent it.
final class SeenChecks {
    /// A browser checks a settled path every 2.5 s or less often, so this covers ten minutes.
    private static final int REMEMBERED = 256;

    private final Map<TransactionId, InetSocketAddress> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TransactionId, InetSocketAddress> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// Whether the check is new, or a retransmission from where it first came from.
    boolean admits(TransactionId id, InetSocketAddress from) {
        InetSocketAddress first = seen.putIfAbsent(id, from);
        return first == null || first.equals(from);
    }
}
