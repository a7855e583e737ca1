// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many connections each address has open. Callers come from any thread.
final class Headcount {
    /// The part of an IPv6 address that stands for one site (RFC 6177); the rest its owner chooses at will.
    private static final int SITE_BYTES = 8;

    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /// Counts one in; returns how many there are with it.
    int enter(InetAddress who) {
        return open.merge(site(who), 1, Integer::sum);
    }

    void leave(InetAddress who) {
        open.computeIfPresent(site(who), (site, count) -> count == 1 ? null : count - 1);
    }

    /// Addresses of which somebody is counted.
    int sites() {
        return open.size();
    }

    private static String site(InetAddress who) {
        return who instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(who.getAddress(), SITE_BYTES))
                : who.getHostAddress();
    }
}
