// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import dev.duet.media.peer.PeerEvent;
import dev.duet.media.wire.Outbound;

/// What comes out of a relay while it handles one input.
public interface RelayOutbound extends Outbound {
    /// Something happened to the browser behind a leg.
    void event(Leg leg, PeerEvent event);

    /// The figures of a leg's last interval.
    void quality(Leg leg, Quality quality);
}
