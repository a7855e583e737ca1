// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Everything an operator chose, typed. What each means is in the settings table of docs/operations.md.
public record Settings(
        Listen listen,
        Path data,
        DevMode dev,
        BusyPolicy busy,
        Rooms rooms,
        Logins logins,
        Sockets sockets,
        Exchange exchange,
        Media media,
        Pages pages) {

    /// Where the server is reached.
    ///
    /// @param lan whether it speaks HTTPS to its neighbours
    public record Listen(int port, Optional<InetAddress> bind, List<Announced> announce, boolean lan) {

        /// The address to listen on.
        public InetAddress address() {
            return bind.orElseGet(() -> InetAddress.ofLiteral(announce.isEmpty() ? "127.0.0.1" : "0.0.0.0"));
        }

        /// The addresses under which it is reached.
        public List<InetAddress> reached() {
            return announce.isEmpty()
                    ? List.of(address())
                    : announce.stream().map(Announced::address).toList();
        }

        /// Whether only this machine reaches the server.
        public boolean isLocal() {
            return address().isLoopbackAddress();
        }
    }

    public record Rooms(Duration vanish) {}

    public record Logins(int web, int elsewhere, Duration patience) {}

    public record Sockets(
            Duration ping,
            Duration silent,
            int backlogBytes,
            int framesPerSecond,
            int perAddress,
            List<InetAddress> proxies) {}

    public record Exchange(int queue) {}

    public record Media(int receiveBufferBytes, Ciphers ciphers) {}

    /// Where the AES-GCM of the media comes from.
    public enum Ciphers {
        /// The fastest that the machine has.
        FASTEST,
        /// The Java platform, whatever else there is.
        PLATFORM
    }

    public record Pages(List<String> origins, Exposure metrics) {}

    /// Who may read something.
    public enum Exposure {
        THIS_MACHINE,
        EVERYBODY
    }

    /// The settings that the entries make, the last of one key winning, the rest as in the table.
    public static Settings of(List<Entry> entries) throws BadSettings {
        return of(entries, List::of);
    }

    /// The settings that the entries make where the local network is known.
    ///
    /// @param neighbours what to announce with `lan` when neither `announce` nor `bind` names an address
    public static Settings of(List<Entry> entries, Supplier<List<InetAddress>> neighbours) throws BadSettings {
        Values values = Values.of(entries);
        return new Settings(
                listen(values, neighbours),
                Path.of(values.get(Catalogue.DATA)),
                values.get(Catalogue.DEV),
                values.get(Catalogue.BUSY),
                new Rooms(values.get(Catalogue.ROOM_VANISH)),
                new Logins(
                        values.get(Catalogue.LOGIN_WEB),
                        values.get(Catalogue.LOGIN_NATIVE),
                        values.get(Catalogue.LOGIN_PATIENCE)),
                sockets(values),
                new Exchange(values.get(Catalogue.EXCHANGE_QUEUE)),
                new Media(values.get(Catalogue.MEDIA_BUFFER), values.get(Catalogue.MEDIA_CIPHERS)),
                new Pages(
                        values.get(Catalogue.PAGES_ORIGINS),
                        values.get(Catalogue.METRICS_OPEN) ? Exposure.EVERYBODY : Exposure.THIS_MACHINE));
    }

    private static List<Announced> announce(Values values, Supplier<List<InetAddress>> neighbours) {
        List<Announced> named = values.get(Catalogue.ANNOUNCE);
        boolean bound = values.get(Catalogue.BIND)
                .filter(address -> !address.isAnyLocalAddress())
                .isPresent();
        return values.get(Catalogue.LAN) && named.isEmpty() && !bound
                ? neighbours.get().stream()
                        .map(address -> new Announced(address, 0))
                        .toList()
                : named;
    }

    private static Listen listen(Values values, Supplier<List<InetAddress>> neighbours) throws BadSettings {
        Listen listen = new Listen(
                values.get(Catalogue.PORT),
                values.get(Catalogue.BIND),
                announce(values, neighbours),
                values.get(Catalogue.LAN));
        if (listen.announce().stream().anyMatch(a -> a.address().isAnyLocalAddress())) {
            throw new BadSettings("`announce` must name an address clients can send to, not 0.0.0.0 or ::.");
        }
        if (listen.announce().isEmpty() && listen.address().isAnyLocalAddress()) {
            throw new BadSettings(
                    "`bind` opens the server on every address, so `announce` must say under which addresses clients reach it.");
        }
        return listen;
    }

    private static Sockets sockets(Values values) throws BadSettings {
        Sockets sockets = new Sockets(
                values.get(Catalogue.SOCKET_PING),
                values.get(Catalogue.SOCKET_SILENT),
                values.get(Catalogue.SOCKET_BACKLOG),
                values.get(Catalogue.SOCKET_RATE),
                values.get(Catalogue.SOCKET_ADDRESS),
                values.get(Catalogue.PROXIES));
        if (sockets.silent().compareTo(sockets.ping()) <= 0) {
            throw new BadSettings(
                    "`socket.silent` must be longer than `socket.ping`, or every quiet client is dropped.");
        }
        return sockets;
    }
}
