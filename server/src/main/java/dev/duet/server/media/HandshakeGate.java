// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/// How many handshakes may be on their way: in all, and from one address. Who is not let in asks again with its next
/// datagram.
final class HandshakeGate {
    /// A quarter of a second of one core's work; those behind wait less than with all of them at once.
    static final int MOST = 128;
    /// An office behind one address, all calling at the same time.
    static final int MOST_PER_SOURCE = 32;

    private final Map<InetAddress, Integer> perSource = new HashMap<>();
    private int inProgress;

    boolean enter(InetAddress source) {
        int fromThere = perSource.getOrDefault(source, 0);
        if (inProgress >= MOST || fromThere >= MOST_PER_SOURCE) {
            return false;
        }
        inProgress++;
        perSource.put(source, fromThere + 1);
        return true;
    }

    void leave(InetAddress source) {
        inProgress--;
        perSource.computeIfPresent(source, (_, count) -> count == 1 ? null : count - 1);
    }
}
