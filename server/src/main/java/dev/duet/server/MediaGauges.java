// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.server.media.MediaCounts;
import dev.duet.server.media.MediaRooms;
import dev.duet.server.watch.Gauges;
import io.micrometer.core.instrument.FunctionCounter;
import java.util.function.ToDoubleFunction;

/// The counts of the media loop as metrics.
final class MediaGauges {
    private MediaGauges() {}

    static void show(MediaRooms rooms, Gauges gauges) {
        gauges.gauge(
                "duet.media.rooms", "Rooms with media now", () -> rooms.counts().rooms());
        gauges.gauge(
                "duet.media.peers", "Users with media now", () -> rooms.counts().peers());
        gauges.gauge(
                "duet.media.lobbies",
                "Devices connected before they have a room now",
                () -> rooms.counts().lobbies());
        gauges.gauge(
                "duet.media.mirrors", "Speed tests now", () -> rooms.counts().mirrors());
        gauges.gauge(
                "duet.media.round.trip.seconds",
                "Mean round trip between server and users, 0 while unknown",
                () -> rooms.counts().roundTrip().toNanos() / 1e9);
        gauges.gauge(
                "duet.media.loss.up",
                "Mean share of the users' packets lost on their way to the server",
                () -> rooms.counts().uplinkLoss());
        gauges.gauge(
                "duet.media.loss.down",
                "Mean share of the server's packets lost on their way to users",
                () -> rooms.counts().downlinkLoss());
        counter(rooms, gauges, "duet.media.packets.in", MediaCounts::packetsIn);
        counter(rooms, gauges, "duet.media.packets.out", MediaCounts::packetsOut);
        counter(rooms, gauges, "duet.media.bytes.in", MediaCounts::bytesIn);
        counter(rooms, gauges, "duet.media.bytes.out", MediaCounts::bytesOut);
        counter(rooms, gauges, "duet.media.handshakes", MediaCounts::handshakes);
        counter(rooms, gauges, "duet.media.handshakes.failed", MediaCounts::handshakesFailed);
        gauges.beforeScrape(() -> rooms.counts().drops().keySet().forEach(reason -> drops(rooms, gauges, reason)));
    }

    private static void counter(MediaRooms rooms, Gauges gauges, String name, ToDoubleFunction<MediaCounts> count) {
        FunctionCounter.builder(name, rooms, r -> count.applyAsDouble(r.counts()))
                .register(gauges.registry());
    }

    /// Registering what is registered already changes nothing.
    private static void drops(MediaRooms rooms, Gauges gauges, String reason) {
        FunctionCounter.builder(
                        "duet.media.drops", rooms, r -> r.counts().drops().getOrDefault(reason, 0L))
                .tag("reason", reason)
                .register(gauges.registry());
    }
}
