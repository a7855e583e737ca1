// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.room.LegReport;
import dev.duet.call.switchboard.Command;
import dev.duet.id.AppId;
import dev.duet.id.UserId;
import dev.duet.server.media.MediaListener;
import dev.duet.server.media.QualityReport;
import dev.duet.server.media.RoomKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/// What the media loop tells, as commands.
public final class MediaNews implements MediaListener {
    private static final double PERCENT = 100;

    private final Duration silence;
    private final Clock clock;
    private final BiConsumer<AppId, Command> exchange;

    /// `silence` is how long the media loop hears nothing before it says that a user is lost.
    public MediaNews(Duration silence, Clock clock, BiConsumer<AppId, Command> exchange) {
        this.silence = silence;
        this.clock = clock;
        this.exchange = exchange;
    }

    @Override
    public void connected(RoomKey room, UserId user) {
        exchange.accept(room.app(), new Command.MediaConnected(room.room(), user));
    }

    @Override
    public void lost(RoomKey room, UserId user, String why) {
        exchange.accept(
                room.app(),
                new Command.MediaLost(room.room(), user, clock.instant().minus(silence)));
    }

    @Override
    public void quality(RoomKey room, UserId user, QualityReport report) {
        Duration roundTrip = report.roundTrip();
        LegReport leg = new LegReport(
                user,
                roundTrip.isZero() ? null : roundTrip,
                report.uplinkLoss() * PERCENT,
                report.downlinkLoss() * PERCENT,
                report.jitter());
        exchange.accept(room.app(), new Command.Measured(room.room(), List.of(leg)));
    }
}
