// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.call.roster.LoginPolicy;
import dev.duet.call.switchboard.AppPolicy;
import dev.duet.frame.Platform;
import dev.duet.id.UserId;
import dev.duet.server.config.DevMode;
import dev.duet.server.config.Settings;
import dev.duet.server.edge.Desk;
import dev.duet.server.edge.Doorkeeper;
import dev.duet.server.edge.Sockets;
import dev.duet.server.edge.Turnstile;
import dev.duet.server.exchange.Exchange;
import dev.duet.server.exchange.MediaNews;
import dev.duet.server.exchange.Outside;
import dev.duet.server.exchange.RelayedMedia;
import dev.duet.server.lan.CertificateFile;
import dev.duet.server.lan.LanCertificate;
import dev.duet.server.media.MediaRooms;
import dev.duet.server.rest.Cors;
import dev.duet.server.rest.DevTickets;
import dev.duet.server.rest.NodeInfo;
import dev.duet.server.rest.Pages;
import dev.duet.server.rest.Site;
import dev.duet.server.rest.Watchtower;
import dev.duet.server.store.App;
import dev.duet.server.store.Apps;
import dev.duet.server.store.DataFolder;
import dev.duet.server.store.UnusableData;
import dev.duet.server.watch.Gauges;
import dev.duet.server.watch.Health;
import dev.duet.server.watch.Redacted;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One running server: every part, in the order they start; they stop in the opposite order.
public final class Node implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Node.class.getName());
    private static final int SWEEP_MILLIS = 1000;

    private static final int FAREWELL_MILLIS = 500;

    private final Apps apps;
    private final boolean dev;
    private final int port;
    private final Sockets sockets;
    private final Exchange exchange;
    private final Deque<AutoCloseable> parts;

    private Node(Apps apps, boolean dev, int port, Sockets sockets, Exchange exchange, Deque<AutoCloseable> parts) {
        this.apps = apps;
        this.dev = dev;
        this.port = port;
        this.sockets = sockets;
        this.exchange = exchange;
        this.parts = parts;
    }

    /// Starts and serves.
    public static Node start(Settings settings) throws CannotStart {
        return start(settings, Outside.plain());
    }

    /// Starts with a clock, a way to sleeping devices and a journal of the caller's; after moving the clock, call
    /// [#nudge].
    public static Node start(Settings settings, Outside outside) throws CannotStart {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            return start(settings, outside, parts);
        } catch (CannotStart | RuntimeException e) {
            closeAll(parts);
            throw e;
        }
    }

    private static Node start(Settings settings, Outside outside, Deque<AutoCloseable> parts) throws CannotStart {
        SecureRandom random = new SecureRandom();
        Clock clock = outside.clock();
        Gauges gauges = opened(parts, new Gauges());

        DataFolder data = opened(parts, openData(settings, random));
        Apps apps = data.apps();
        boolean dev = isDev(settings, apps);

        Exchange exchange =
                opened(parts, new Exchange(policy(settings), settings.exchange().queue(), outside, random, gauges));
        MediaRooms rooms =
                opened(parts, Ports.openMedia(settings, new MediaNews(Ports.silence(settings), clock, exchange::post)));
        MediaGauges.show(rooms, gauges);
        exchange.open(apps.all().stream().map(App::id).toList(), new RelayedMedia(rooms));

        Turnstile turnstile = new Turnstile(settings.sockets(), gauges);
        Sockets sockets = new Sockets(
                new Desk(
                        new Doorkeeper(apps, clock),
                        exchange,
                        settings.sockets(),
                        settings.logins(),
                        gauges,
                        new Redacted(apps.first().secret().getBytes(StandardCharsets.UTF_8)),
                        clock),
                turnstile);

        Optional<LanCertificate> certificate = certificate(settings, data, random, clock);
        Vertx vertx = HttpPort.vertx(certificate);
        parts.push(() -> vertx.close().toCompletionStage().toCompletableFuture().join());
        Optional<App> devApp = dev ? Optional.of(apps.first()) : Optional.empty();
        Handler<HttpServerRequest> site = Site.of(
                vertx,
                sockets,
                new NodeInfo(Version.text(), devApp.map(App::id)),
                new DevTickets(
                        devApp,
                        settings.dev() == DevMode.TRUE ? DevTickets.Audience.EVERYBODY : DevTickets.Audience.NEIGHBOURS,
                        clock),
                new Watchtower(
                        gauges,
                        new Health(List.of(new Health.Check("exchange", exchange::trouble))),
                        settings.pages().metrics()),
                new Cors(settings.pages().origins()),
                Pages.load());
        InetSocketAddress address = new InetSocketAddress(
                settings.listen().address(), rooms.address().getPort());
        int port = new HttpPort(vertx, turnstile, certificate)
                .listen(site, address, settings.sockets().silent());
        parts.push(() -> sockets.stop().get(FAREWELL_MILLIS, TimeUnit.MILLISECONDS));
        vertx.setPeriodic(SWEEP_MILLIS, tick -> sockets.sweep());
        return new Node(apps, dev, port, sockets, exchange, parts);
    }

    private static <T extends AutoCloseable> T opened(Deque<AutoCloseable> parts, T part) {
        parts.push(part);
        return part;
    }

    private static DataFolder openData(Settings settings, SecureRandom random) throws CannotStart {
        try {
            Apps.Origin origin = isTrial(settings) ? Apps.Origin.TRIAL : Apps.Origin.NETWORK;
            return DataFolder.open(settings.data(), origin, random);
        } catch (UnusableData e) {
            throw new CannotStart(e.getMessage());
        }
    }

    private static boolean isDev(Settings settings, Apps apps) {
        return settings.dev() == DevMode.TRUE
                || (settings.dev() == DevMode.AUTO && apps.origin() == Apps.Origin.TRIAL && isTrial(settings));
    }

    private static boolean isTrial(Settings settings) {
        return settings.listen().isLocal() || settings.listen().lan();
    }

    private static Optional<LanCertificate> certificate(
            Settings settings, DataFolder data, SecureRandom random, Clock clock) throws CannotStart {
        if (!settings.listen().lan()) {
            return Optional.empty();
        }
        try {
            List<InetAddress> addresses = Stream.concat(
                            settings.listen().reached().stream(), Stream.of(InetAddress.ofLiteral("127.0.0.1")))
                    .distinct()
                    .toList();
            return Optional.of(CertificateFile.read(data, addresses, random, clock.instant()));
        } catch (UnusableData e) {
            throw new CannotStart(e.getMessage());
        }
    }

    private static AppPolicy policy(Settings settings) {
        LoginPolicy logins = LoginPolicy.uniform(settings.logins().elsewhere())
                .with(Platform.WEB, settings.logins().web());
        return new AppPolicy(settings.busy(), logins, settings.rooms().vanish());
    }

    /// TCP for pages, REST and WebSocket; UDP of the same number for media.
    public int port() {
        return port;
    }

    public Apps apps() {
        return apps;
    }

    /// Whether anybody gets a ticket for any user.
    public boolean isDev() {
        return dev;
    }

    /// Ends the sockets of a user without a word, as a broken network does. For tests.
    public void cut(UserId user) {
        sockets.cut(user);
    }

    /// Lets every part look at the clock again. For tests that move it.
    public void nudge() {
        exchange.nudge();
        sockets.sweep();
    }

    /// Tells the clients, and stops.
    @Override
    public void close() {
        closeAll(parts);
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.log(Level.DEBUG, "a part did not stop in order", e);
            }
        }
    }
}
