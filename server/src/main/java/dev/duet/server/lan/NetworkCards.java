// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the system says about its network.
final class NetworkCards {
    /// An address of nobody (RFC 5737): routes to it as to any other, and nothing is sent.
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.ofLiteral("203.0.113.1"), 9);

    private NetworkCards() {}

    static List<NetworkCard> all() {
        try {
            return NetworkInterface.networkInterfaces().map(NetworkCards::read).toList();
        } catch (SocketException e) {
            throw new UncheckedIOException("the system does not tell its network interfaces", e);
        }
    }

    private static NetworkCard read(NetworkInterface card) {
        return new NetworkCard(
                card.getName(), traits(card), card.inetAddresses().toList());
    }

    private static Set<NetworkCard.Trait> traits(NetworkInterface card) {
        Set<NetworkCard.Trait> traits = EnumSet.noneOf(NetworkCard.Trait.class);
        try {
            if (card.isUp()) {
                traits.add(NetworkCard.Trait.UP);
            }
            if (card.isLoopback()) {
                traits.add(NetworkCard.Trait.LOOPBACK);
            }
            if (card.isPointToPoint()) {
                traits.add(NetworkCard.Trait.POINT_TO_POINT);
            }
        } catch (SocketException gone) {
            traits.clear();
        }
        return traits;
    }

    /// Our own address on the way to the rest of the world, where there is such a way.
    static Optional<InetAddress> outward() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(ANYWHERE);
            return Optional.of(socket.getLocalAddress());
        } catch (IOException | UncheckedIOException noRoute) {
            return Optional.empty();
        }
    }
}
