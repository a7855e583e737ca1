// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many handshakes may be on their way: in all, and from one address. The others wait their turn, whoever came
/// first going first.
public final class HandshakeGate {
    /// A quarter of a second of one core's work; those behind wait less than with all of them at once.
    static final int MOST = 128;
    /// An office behind one address, all calling at the same time.
    static final int MOST_PER_SOURCE = 32;

    private final Map<InetAddress, Integer> perSource = new HashMap<>();
    private final Map<Runnable, InetAddress> waiting = new LinkedHashMap<>();
    private int inProgress;

    /// Runs `start` now or when its turn comes. The same one waits only once.
    public void enter(InetAddress source, Runnable start) {
        if (admits(source)) {
            waiting.remove(start);
            admit(source, start);
        } else {
            waiting.putIfAbsent(start, source);
        }
    }

    /// Takes back what waits for its turn.
    public void withdraw(Runnable start) {
        waiting.remove(start);
    }

    /// A handshake from this address has ended.
    public void leave(InetAddress source) {
        inProgress--;
        perSource.computeIfPresent(source, (_, count) -> count == 1 ? null : count - 1);
        Iterator<Map.Entry<Runnable, InetAddress>> queue = waiting.entrySet().iterator();
        while (queue.hasNext()) {
            Map.Entry<Runnable, InetAddress> next = queue.next();
            if (admits(next.getValue())) {
                queue.remove();
                admit(next.getValue(), next.getKey());
                return;
            }
        }
    }

    private boolean admits(InetAddress source) {
        return inProgress < MOST && perSource.getOrDefault(source, 0) < MOST_PER_SOURCE;
    }

    private void admit(InetAddress source, Runnable start) {
        inProgress++;
        perSource.merge(source, 1, Integer::sum);
        start.run();
    }
}
