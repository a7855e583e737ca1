// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.course.LinkFigures;
import dev.duet.client.course.NetworkQuality;
import dev.duet.client.course.RoomEvent;
import dev.duet.client.course.Silences;
import dev.duet.client.media.ConnectionStats;
import dev.duet.frame.ServerEvent;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Measures a media connection every 2 s while it is started.
final class Gauge {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    /// A word of the server about the network is worth something this long.
    private static final Duration FRESH = Duration.ofSeconds(5);

    /// What is measured.
    interface Gauged {
        @Nullable
        Link link();

        boolean isConnected();

        List<UserId> users();

        /// Whether something of this user should be coming.
        boolean awaits(UserId user);
    }

    private record Said(Instant at, ServerEvent.NetworkQuality quality) {}

    private final RoomWire wire;
    private final Gauged gauged;
    private final Consumer<RoomEvent.Measured> tell;
    private final Silences silences = new Silences();
    private @Nullable Said said;
    private @Nullable Link measured;
    private @Nullable ConnectionStats before;
    private boolean running;
    private Runnable timer = () -> {};

    Gauge(RoomWire wire, Gauged gauged, Consumer<RoomEvent.Measured> tell) {
        this.wire = wire;
        this.gauged = gauged;
        this.tell = tell;
    }

    void hear(ServerEvent.NetworkQuality quality) {
        said = new Said(wire.now(), quality);
    }

    void start() {
        stop();
        running = true;
        silences.forget();
        await();
    }

    void stop() {
        running = false;
        timer.run();
    }

    private void await() {
        timer.run();
        timer = wire.wake(wire.now().plus(INTERVAL), this::measure);
    }

    private void measure() {
        Link link = gauged.link();
        if (link == null) {
            await();
            return;
        }
        Landing.then(link.stats(), result -> {
            if (running) {
                take(link, result);
                await();
            }
        });
    }

    private void take(Link link, Result<ConnectionStats> result) {
        ConnectionStats now = result.data();
        if (now == null || gauged.link() != link) {
            return;
        }
        LinkFigures figures = LinkFigures.between(measured == link ? before : null, now);
        measured = link;
        before = now;
        tell.accept(new RoomEvent.Measured(figures, now, judge(figures)));
    }

    private NetworkQuality judge(LinkFigures figures) {
        List<UserId> users = gauged.users();
        List<UserId> silent =
                silences.look(figures, users.stream().filter(gauged::awaits).toList());
        boolean fresh = said != null && wire.now().isBefore(said.at().plus(FRESH));
        return NetworkQuality.judge(
                fresh && said != null ? said.quality() : null, figures, users, gauged.isConnected(), silent);
    }
}
