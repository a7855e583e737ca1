// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.rule;

import dev.duet.client.course.LinkFigures;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.ConnectionStats.Picture;
import dev.duet.client.media.ConnectionStats.Received;
import dev.duet.client.media.ConnectionStats.Sent;
import dev.duet.client.media.MediaKind;
import dev.duet.client.rtc.told.RtcLocalStatistics;
import dev.duet.client.rtc.told.RtcRemoteStatistics;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What happened between two figures of a connection, for a user who is alone with us in the room.
public final class StatisticsMaker {
    /// Of Opus, whatever is sent in it.
    private static final int RATE = 48_000;

    private final @Nullable ConnectionStats before;
    private final ConnectionStats now;
    private final Duration passed;

    public StatisticsMaker(@Nullable ConnectionStats before, ConnectionStats now) {
        this.before = before;
        this.now = now;
        this.passed = before == null ? Duration.ZERO : Duration.ofNanos(now.takenNanos() - before.takenNanos());
    }

    public List<RtcLocalStatistics> local() {
        Optional<Sent> voice = now.sent(MediaKind.AUDIO).filter(each -> grown(each, Sent::packets) > 0);
        List<RtcLocalStatistics> all = new ArrayList<>(2);
        boolean hasBig = sends(MediaKind.CAMERA);
        if (hasBig || voice.isPresent()) {
            all.add(local(now.sent(MediaKind.CAMERA).filter(each -> hasBig), voice, RtcVideoStreamType.BIG));
        }
        if (sends(MediaKind.SCREEN)) {
            all.add(local(now.sent(MediaKind.SCREEN), Optional.empty(), RtcVideoStreamType.SUB));
        }
        return all;
    }

    private boolean sends(MediaKind kind) {
        return now.sent(kind)
                .filter(each -> grown(each, StatisticsMaker::frames) > 0)
                .isPresent();
    }

    private RtcLocalStatistics local(Optional<Sent> picture, Optional<Sent> voice, RtcVideoStreamType type) {
        Picture size = picture.map(Sent::picture).orElse(Picture.NONE);
        return new RtcLocalStatistics(
                size.width(),
                size.height(),
                (int) Math.round(size.framesPerSecond()),
                picture.map(each -> kbps(grown(each, Sent::bytes))).orElse(0),
                voice.isPresent() ? RATE : 0,
                voice.map(each -> kbps(grown(each, Sent::bytes))).orElse(0),
                type,
                0);
    }

    public List<RtcRemoteStatistics> remote(String userId) {
        Optional<Received> voice = now.received(MediaKind.AUDIO).filter(each -> grown(each, Received::packets) > 0);
        List<RtcRemoteStatistics> all = new ArrayList<>(2);
        boolean hasScreen = comes(MediaKind.SCREEN);
        if (comes(MediaKind.CAMERA) || (voice.isPresent() && !hasScreen)) {
            all.add(remote(userId, now.received(MediaKind.CAMERA), voice, RtcVideoStreamType.BIG));
        }
        if (hasScreen) {
            all.add(remote(userId, now.received(MediaKind.SCREEN), Optional.empty(), RtcVideoStreamType.SUB));
        }
        return all;
    }

    private boolean comes(MediaKind kind) {
        return now.received(kind)
                .filter(each -> grown(each, Received::packets) > 0)
                .isPresent();
    }

    private RtcRemoteStatistics remote(
            String userId, Optional<Received> picture, Optional<Received> voice, RtcVideoStreamType type) {
        Picture size = picture.map(Received::picture).orElse(Picture.NONE);
        double videoLoss = picture.map(this::loss).orElse(0.0);
        return new RtcRemoteStatistics(
                userId,
                voice.map(this::loss).orElse(0.0),
                videoLoss,
                size.width(),
                size.height(),
                (int) Math.round(size.framesPerSecond()),
                picture.map(each -> kbps(grown(each, Received::bytes))).orElse(0),
                voice.isPresent() ? RATE : 0,
                voice.map(each -> kbps(grown(each, Received::bytes))).orElse(0),
                voice.or(() -> picture)
                        .map(each -> (int) each.playoutDelay().toMillis())
                        .orElse(0),
                voice.map(each -> (int) missingMillis(each)).orElse(0),
                voice.map(each -> share(grown(each, StatisticsMaker::missingMillis)))
                        .orElse(0.0),
                picture.map(each -> (int) each.frozen().toMillis()).orElse(0),
                picture.map(each -> share(grown(each, StatisticsMaker::frozenMillis)))
                        .orElse(0.0),
                videoLoss,
                type);
    }

    private static long frames(Sent each) {
        return each.picture().frames();
    }

    private static long frozenMillis(Received each) {
        return each.frozen().toMillis();
    }

    /// Sound that had to be made up, but for that of a pause.
    private static long missingMillis(Received each) {
        return (each.concealedSamples() - each.silentSamples()) * 1_000 / RATE;
    }

    private double loss(Received each) {
        long lost = grown(each, Received::packetsLost);
        return LinkFigures.percent(lost, lost + grown(each, Received::packets));
    }

    private double share(long millis) {
        return Math.min(100, LinkFigures.percent(millis, passed.toMillis()));
    }

    private int kbps(long bytes) {
        long millis = passed.toMillis();
        return millis <= 0 ? 0 : (int) Math.round(bytes * 8.0 / millis);
    }

    private long grown(Sent each, ToLongFunction<Sent> counter) {
        long then = before == null
                ? 0
                : before.sent(each.kind()).map(counter::applyAsLong).orElse(0L);
        return Math.max(0, counter.applyAsLong(each) - then);
    }

    private long grown(Received each, ToLongFunction<Received> counter) {
        long then = before == null
                ? 0
                : before.received(each.kind()).map(counter::applyAsLong).orElse(0L);
        return Math.max(0, counter.applyAsLong(each) - then);
    }

    /// Whether something of the other side has moved since the figures before.
    public boolean flows(MediaKind kind) {
        return now.received(kind)
                .filter(each ->
                        grown(each, one -> kind.isVideo() ? one.picture().frames() : one.packets()) > 0)
                .isPresent();
    }
}
