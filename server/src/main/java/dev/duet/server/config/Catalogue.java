// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import dev.duet.server.config.Settings.Ciphers;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Every setting there is, in the order of the settings table.
final class Catalogue {
    static final Setting<Integer> PORT = new Setting<>(
            "port",
            Unit.PORT,
            "8080",
            "TCP port for pages, REST and WebSocket, and UDP port for media. 0 lets the system choose.");
    static final Setting<Optional<InetAddress>> BIND = new Setting<>(
            "bind",
            Unit.ADDRESS.or("auto"),
            "auto",
            "The address to listen on. `auto` is this machine alone (127.0.0.1) while nothing is announced, and every address (0.0.0.0) once something is.");
    static final Setting<List<Announced>> ANNOUNCE = new Setting<>(
            "announce",
            Announced.UNIT.list(),
            "",
            "The addresses under which clients reach this server, with a port where it differs. They become the media candidates in every answer.");
    static final Setting<Boolean> LAN = new Setting<>(
            "lan",
            Unit.YES_OR_NO,
            "false",
            "`true` speaks HTTPS, with a certificate the server makes itself for what it announces, so that phones on the same network may use camera and microphone. `--lan` sets it. Where neither `announce` nor `bind` names an address, the start announces this machine's in its local networks.");
    static final Setting<String> DATA = new Setting<>(
            "data",
            new Unit<>("a folder", text -> Optional.of(text).filter(t -> !t.isEmpty())),
            "./data",
            "The folder that holds everything this server must remember. Only its owner may read it.");
    static final Setting<DevMode> DEV = new Setting<>(
            "dev",
            new Unit<>("auto, true or false", Unit.oneOf(DevMode.class).reader()),
            "auto",
            "`true` hands a ticket for any user to anybody who asks (`POST /v1/dev/usersig`). `auto` is true in a data folder made while the server was reachable from this machine alone or was started with `lan`, as long as that still holds, and hands them to private addresses only.");
    static final Setting<BusyPolicy> BUSY = new Setting<>(
            "busy",
            Unit.oneOf(BusyPolicy.class),
            "client",
            "Who refuses a call to somebody who is already in one: the `client`, which is told of it, or the `server` at once.");
    static final Setting<Duration> ROOM_VANISH = new Setting<>(
            "room.vanish",
            Unit.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)),
            "15s",
            "How long a user whose media and socket are gone stays in the room before the other is told that they left.");
    static final Setting<Integer> LOGIN_WEB = new Setting<>(
            "login.web",
            Unit.whole(1, 10),
            "10",
            "Browsers one user may be signed in with. One more signs out the oldest.");
    static final Setting<Integer> LOGIN_NATIVE = new Setting<>(
            "login.native",
            Unit.whole(1, 3),
            "3",
            "Devices of each other platform one user may be signed in with. One more signs out the oldest.");
    static final Setting<Duration> LOGIN_PATIENCE = new Setting<>(
            "login.patience",
            Unit.duration(Duration.ofSeconds(1), Duration.ofMinutes(1)),
            "10s",
            "How long a socket may stay open without logging in.");
    static final Setting<Duration> SOCKET_PING = new Setting<>(
            "socket.ping",
            Unit.duration(Duration.ofSeconds(1), Duration.ofMinutes(5)),
            "20s",
            "How often the server pings a socket. Clients learn it as `heartbeat`.");
    static final Setting<Duration> SOCKET_SILENT = new Setting<>(
            "socket.silent",
            Unit.duration(Duration.ofSeconds(2), Duration.ofMinutes(15)),
            "45s",
            "A socket from which nothing came for so long is dropped.");
    static final Setting<Integer> SOCKET_BACKLOG = new Setting<>(
            "socket.backlog",
            Unit.size(64 << 10, 64 << 20),
            "1MiB",
            "How much may wait for a client that reads too slowly before its socket is closed.");
    static final Setting<Integer> SOCKET_RATE = new Setting<>(
            "socket.rate",
            Unit.whole(1, 10_000),
            "50",
            "Frames a second a client may send, with bursts of twice as many. The next are refused; three times as many in a row close the socket.");
    static final Setting<Integer> SOCKET_ADDRESS = new Setting<>(
            "socket.address",
            Unit.whole(1, 1_000_000),
            "512",
            "Connections that one address (of IPv6, one network of 64 bits) may have open; the next are answered 429. Those of the `proxies` are not counted, but each WebSocket they pass on is, for the address they name.");
    static final Setting<List<InetAddress>> PROXIES = new Setting<>(
            "proxies",
            Unit.ADDRESS.list(),
            "127.0.0.1, ::1",
            "The proxies that are believed when they name a client's address in `X-Forwarded-For`.");
    static final Setting<Integer> EXCHANGE_QUEUE = new Setting<>(
            "exchange.queue",
            Unit.whole(1, 1_000_000),
            "10000",
            "Requests that may wait for a decision. The next are refused with error 6012.");
    static final Setting<Integer> MEDIA_BUFFER = new Setting<>(
            "media.buffer",
            Unit.size(64 << 10, 64 << 20),
            "4MiB",
            "The receive buffer asked of the system for the media socket. The start warns when it is not granted.");
    static final Setting<Ciphers> MEDIA_CIPHERS = new Setting<>(
            "media.ciphers",
            Unit.oneOf(Ciphers.class),
            "fastest",
            "What encrypts the media: the library IPSec-MB where this machine has it (`fastest`), or always the Java `platform`.");
    static final Setting<List<String>> PAGES_ORIGINS = new Setting<>(
            "pages.origins",
            new Unit<String>(
                            "an origin such as https://app.example.com",
                            text -> Optional.of(text).filter(Catalogue::isOrigin))
                    .list(),
            "",
            "Other web origins whose pages may use `/v1` of this server.");
    static final Setting<Boolean> METRICS_OPEN = new Setting<>(
            "metrics.open",
            Unit.YES_OR_NO,
            "false",
            "Whether `/metrics` answers other machines too, not this one alone.");

    private static final List<Setting<?>> ALL = List.of(
            PORT,
            BIND,
            ANNOUNCE,
            LAN,
            DATA,
            DEV,
            BUSY,
            ROOM_VANISH,
            LOGIN_WEB,
            LOGIN_NATIVE,
            LOGIN_PATIENCE,
            SOCKET_PING,
            SOCKET_SILENT,
            SOCKET_BACKLOG,
            SOCKET_RATE,
            SOCKET_ADDRESS,
            PROXIES,
            EXCHANGE_QUEUE,
            MEDIA_BUFFER,
            MEDIA_CIPHERS,
            PAGES_ORIGINS,
            METRICS_OPEN);

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+");

    private Catalogue() {}

    /// All of them.
    static List<Setting<?>> all() {
        return ALL;
    }

    private static boolean isOrigin(String text) {
        return ORIGIN.matcher(text).matches();
    }
}
