// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// Whom datagrams are for. Belongs to the loop's thread.
public interface Recipient {
    /// Handles a datagram; whether it proves that the browser is at the address it came from.
    boolean receive(ByteBuffer datagram, InetSocketAddress from);

    /// Takes an address that a check has proven.
    void learn(InetSocketAddress address, PeerTable table);
}
