// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.measure;

import dev.duet.client.course.NetworkQuality;
import dev.duet.client.course.RoomEvent;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.ConnectionStats.Received;
import dev.duet.client.media.ConnectionStats.Sent;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.measure.Firsts.First;
import dev.duet.client.rtc.rule.StatisticsMaker;
import dev.duet.client.rtc.told.RtcQualityInfo;
import dev.duet.client.rtc.told.RtcStatistics;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import dev.duet.client.stay.Room;
import dev.duet.frame.MediaFlags;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is measured of a room and told: statistics, the network's quality, and the first frames that leave.
public final class Measurements {
    private static final int BYTES_OF_A_MEGABYTE = 1_000_000;

    private final Desk desk;
    private final Consumer<StatisticsMaker> flowed;
    private final Firsts firsts;
    private final Set<First> sending = EnumSet.noneOf(First.class);
    private @Nullable ConnectionStats before;

    /// Of one client.
    ///
    /// @param flowed told of what lies between two figures
    public Measurements(Desk desk, Consumer<StatisticsMaker> flowed) {
        this.desk = desk;
        this.flowed = flowed;
        this.firsts = new Firsts(desk, this::tellFirst);
        desk.media().onChange(this::watchSending);
    }

    public void attend(Room room) {
        room.on(event -> {
            switch (event) {
                case RoomEvent.Entered entered -> watchSending();
                case RoomEvent.Linked linked -> before = null;
                case RoomEvent.Measured measured -> take(room, measured);
                default -> {
                    // The others' matter.
                }
            }
        });
    }

    public void leave() {
        firsts.stop();
        sending.clear();
        before = null;
    }

    private void take(Room room, RoomEvent.Measured measured) {
        if (desk.room().filter(room::equals).isEmpty()) {
            return;
        }
        NetworkQuality quality = measured.quality();
        List<RtcQualityInfo> remote = quality.remote().stream()
                .map(each -> new RtcQualityInfo(each.userId().text(), each.quality()))
                .toList();
        desk.tell(listener -> listener.onNetworkQuality(new RtcQualityInfo("", quality.local()), remote));
        StatisticsMaker maker = new StatisticsMaker(before, measured.stats());
        RtcStatistics statistics = statistics(room, measured, maker);
        desk.tell(listener -> listener.onStatistics(statistics));
        if (before != null) {
            flowed.accept(maker);
        }
        before = measured.stats();
    }

    private static RtcStatistics statistics(Room room, RoomEvent.Measured measured, StatisticsMaker maker) {
        Runtime machine = Runtime.getRuntime();
        return new RtcStatistics(
                measured.link().upLossPercent(),
                measured.link().downLossPercent(),
                (int) measured.link().rtt().toMillis(),
                measured.stats().sent().stream().mapToLong(Sent::bytes).sum(),
                measured.stats().received().stream().mapToLong(Received::bytes).sum(),
                maker.local(),
                room.users().stream()
                        .findFirst()
                        .map(user -> maker.remote(user.text()))
                        .orElse(List.of()),
                (int) ((machine.totalMemory() - machine.freeMemory()) / BYTES_OF_A_MEGABYTE));
    }

    /// What has begun to be sent since the last look. A muted voice goes on as silence, a paused screen as its last
    /// frame.
    private void watchSending() {
        if (desk.room().isEmpty()) {
            return;
        }
        MediaFlags flags = desk.media().flags();
        watch(First.SENT_AUDIO, desk.media().hasAudio());
        watch(First.SENT_CAMERA, flags.video());
        watch(First.SENT_SCREEN, flags.screen());
    }

    private void watch(First first, boolean sent) {
        if (!sent) {
            sending.remove(first);
            firsts.forget(first);
        } else if (sending.add(first)) {
            firsts.await(first);
        }
    }

    private void tellFirst(First first) {
        desk.tell(listener -> {
            switch (first) {
                case SENT_AUDIO -> listener.onSendFirstLocalAudioFrame();
                case SENT_CAMERA -> listener.onSendFirstLocalVideoFrame(RtcVideoStreamType.BIG);
                case SENT_SCREEN -> listener.onSendFirstLocalVideoFrame(RtcVideoStreamType.SUB);
                case HEARD_AUDIO -> {}
            }
        });
    }
}
