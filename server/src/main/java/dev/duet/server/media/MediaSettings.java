// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.server.config.Settings.Ciphers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// What the operator decides about media.
///
/// @param bind where the socket listens; port 0 takes a free one
/// @param announced where clients reach that socket, best first; port 0 stands for the bound port. A mapped port or
/// address of a NAT goes here
/// @param receiveBuffer asked of the kernel, in bytes
/// @param consentExpiry how long a client may be silent before it counts as lost
/// @param ciphers whose AES-GCM protects the packets
public record MediaSettings(
        InetSocketAddress bind,
        List<InetSocketAddress> announced,
        int receiveBuffer,
        Duration consentExpiry,
        Ciphers ciphers) {
    /// 4 MiB: fifty milliseconds of forty thousand packets a second, more than the longest pause of the collector we
    /// ship with.
    public static final int DEFAULT_RECEIVE_BUFFER = 4 << 20;

    /// A call is worth more than the fifteen seconds that a vanished user may take, less than the thirty of RFC 7675.
    public static final Duration DEFAULT_CONSENT_EXPIRY = Duration.ofSeconds(15);

    public MediaSettings {
        announced = List.copyOf(announced);
    }

    /// Listens on and announces one address, everything else as usual.
    public static MediaSettings on(InetAddress address, int port) {
        InetSocketAddress here = new InetSocketAddress(address, port);
        return new MediaSettings(here, List.of(here), DEFAULT_RECEIVE_BUFFER, DEFAULT_CONSENT_EXPIRY, Ciphers.FASTEST);
    }
}
