// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/// One network interface of this machine, as the system describes it.
record NetworkCard(String name, Set<Trait> traits, List<InetAddress> addresses) {

    enum Trait {
        UP,
        LOOPBACK,
        /// A tunnel or a modem: there is one machine at its other end, not a network.
        POINT_TO_POINT
    }

    NetworkCard {
        traits = Set.copyOf(traits);
        addresses = List.copyOf(addresses);
    }
}
