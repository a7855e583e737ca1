// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;

/// An address of this machine besides loopback, which Firefox never uses for media.
public final class OwnAddress {
    private OwnAddress() {}

    public static String find() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Firefox needs an IPv4 address besides loopback"))
                    .getHostAddress();
        } catch (SocketException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
