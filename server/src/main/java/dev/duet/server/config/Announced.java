// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address under which clients reach this server; `port` 0 means the port the server listens on.
public record Announced(InetAddress address, int port) {
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([^\\]]+)\\]|([0-9.]+)):([0-9]{1,5})");

    static final Unit<Announced> UNIT =
            new Unit<>("an IP address such as 203.0.113.7, 203.0.113.7:443 or [2001:db8::7]:443", Announced::read);

    private static Optional<Announced> read(String text) {
        Matcher match = WITH_PORT.matcher(text);
        if (!match.matches()) {
            return Unit.ADDRESS.reader().apply(text).map(address -> new Announced(address, 0));
        }
        String host = match.group(1) != null ? match.group(1) : match.group(2);
        return Unit.PORT
                .reader()
                .apply(match.group(3))
                .filter(port -> port > 0)
                .flatMap(port -> Unit.ADDRESS.reader().apply(host).map(address -> new Announced(address, port)));
    }
}
