// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.measure;

import dev.duet.client.Result;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.ConnectionStats.Received;
import dev.duet.client.media.MediaKind;
import dev.duet.client.own.Voice;
import dev.duet.client.rtc.desk.Desk;
import dev.duet.client.rtc.told.RtcVolumeInfo;
import dev.duet.client.rtc.type.RtcAudioVolumeEvaluateParams;
import dev.duet.client.sound.Loudness;
import dev.duet.client.sound.NoiseFloor;
import dev.duet.client.sound.Pitch;
import dev.duet.client.sound.Spectrum;
import dev.duet.client.stay.Landing;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Tells at an interval how loud everybody is, in silence too.
public final class VolumeEvaluation {
    private static final int SHORTEST_MILLIS = 100;

    private final Desk desk;
    private @Nullable RtcAudioVolumeEvaluateParams params;
    private Runnable timer = () -> {};
    private NoiseFloor noise = NoiseFloor.QUIET;

    public VolumeEvaluation(Desk desk) {
        this.desk = desk;
    }

    public void start(RtcAudioVolumeEvaluateParams wanted) {
        stop();
        if (wanted.interval() > 0) {
            params = wanted;
            noise = NoiseFloor.QUIET;
            await(wanted);
        }
    }

    public void stop() {
        params = null;
        timer.run();
    }

    private void await(RtcAudioVolumeEvaluateParams wanted) {
        timer.run();
        Duration interval = Duration.ofMillis(Math.max(SHORTEST_MILLIS, wanted.interval()));
        timer = desk.wakeIn(interval, () -> measure(wanted));
    }

    private void measure(RtcAudioVolumeEvaluateParams wanted) {
        CompletableFuture<Double> arriving = desk.link()
                .map(link -> link.stats().thenApply(VolumeEvaluation::level))
                .orElse(CompletableFuture.completedFuture(0.0));
        Landing.then(arriving, level -> {
            if (wanted.equals(params)) {
                tell(wanted, level);
                await(wanted);
            }
        });
    }

    private static double level(Result<ConnectionStats> result) {
        ConnectionStats stats = result.data();
        return stats == null
                ? 0.0
                : stats.received(MediaKind.AUDIO).map(Received::audioLevel).orElse(0.0);
    }

    private void tell(RtcAudioVolumeEvaluateParams wanted, double arriving) {
        List<UserId> users = desk.room()
                .map(room -> room.users().stream()
                        .filter(user -> room.sends(user).audio())
                        .toList())
                .orElse(List.of());
        int total = users.isEmpty() ? 0 : Loudness.of(arriving);
        List<RtcVolumeInfo> all = new ArrayList<>(2);
        if (desk.media().hasAudio() && !desk.media().isMuted()) {
            all.add(own(wanted));
        }
        users.forEach(user -> all.add(new RtcVolumeInfo(user.text(), total, 0, 0, List.of())));
        desk.tell(listener -> listener.onUserVoiceVolume(all, total));
    }

    private RtcVolumeInfo own(RtcAudioVolumeEvaluateParams wanted) {
        Voice voice = desk.media().voice();
        float[] samples = voice.samples();
        double level = Loudness.rootMeanSquare(samples);
        NoiseFloor.Heard heard = noise.hear(level);
        noise = heard.next();
        return new RtcVolumeInfo(
                "",
                Loudness.of(level),
                wanted.enableVadDetection() && heard.speaks() ? 1 : 0,
                wanted.enablePitchCalculation() ? Pitch.of(samples, voice.rate()) : 0,
                wanted.enableSpectrumCalculation() ? listed(Spectrum.of(samples)) : List.of());
    }

    private static List<Float> listed(float[] bands) {
        List<Float> all = new ArrayList<>(bands.length);
        for (float band : bands) {
            all.add(band);
        }
        return all;
    }
}
