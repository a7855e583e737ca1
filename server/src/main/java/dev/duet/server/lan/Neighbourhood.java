// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import java.net.InetAddress;

/// The addresses that no machine beyond our own networks has.
public final class Neighbourhood {
    /// The first seven bits of a unique local address (RFC 4193 section 3.1).
    private static final int UNIQUE_LOCAL = 0xfc;

    private Neighbourhood() {}

    /// Whether it is this machine's, a private one (RFC 1918, RFC 4193) or one of a single link (RFC 3927, RFC 4291).
    public static boolean has(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || isUniqueLocal(address.getAddress());
    }

    private static boolean isUniqueLocal(byte[] address) {
        return address.length == 16 && (address[0] & 0xfe) == UNIQUE_LOCAL;
    }
}
