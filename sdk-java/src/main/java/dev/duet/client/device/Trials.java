// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.device;

import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Wish;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.synth.Tone;
import dev.duet.client.own.DeviceFault;
import dev.duet.client.sound.Loudness;
import dev.duet.client.stay.Loop;
import dev.duet.client.stay.MediaTools;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tries devices before a call: nothing is sent, and what a call has open is left alone.
final class Trials {
    private static final Duration SPEAKER_INTERVAL = Duration.ofMillis(200);
    /// As a telephone's.
    private static final double TONE_HERTZ = 440;

    /// What is tried, one of each at a time.
    enum Trial {
        CAMERA,
        MICROPHONE,
        SPEAKER
    }

    private record Opened<T>(Optional<T> device, Optional<DeviceFault> fault) {}

    private final Loop loop;
    private final MediaTools tools;
    private final DeviceNews news;
    private final Map<Trial, Runnable> running = new EnumMap<>(Trial.class);
    /// Counted up by whatever makes a start under way worthless.
    private final Map<Trial, Integer> turns = new EnumMap<>(Trial.class);

    Trials(Loop loop, MediaTools tools, DeviceNews news) {
        this.loop = loop;
        this.tools = tools;
        this.news = news;
    }

    void stop(Trial trial) {
        turns.merge(trial, 1, Integer::sum);
        Runnable stop = running.remove(trial);
        if (stop != null) {
            stop.run();
        }
    }

    void stopAll() {
        EnumSet.allOf(Trial.class).forEach(this::stop);
    }

    CompletableFuture<Optional<DeviceFault>> camera(Device camera, Wish wish, VideoSink view) {
        return begin(Trial.CAMERA, Devices.Kind.CAMERA, devices -> devices.openCamera(camera, wish), source -> {
            source.addSink(view);
            return () -> tools.slow().execute(source::close);
        });
    }

    CompletableFuture<Optional<DeviceFault>> microphone(
            Device microphone, Duration interval, @Nullable Device speaker) {
        return begin(
                Trial.MICROPHONE,
                Devices.Kind.MICROPHONE,
                devices -> new Ears(
                        devices.openMicrophone(microphone), speaker == null ? null : devices.openSpeaker(speaker)),
                ears -> {
                    Runnable ticking = tick(interval, () -> news.heardMicrophone(Loudness.of(ears.level())));
                    return () -> {
                        ticking.run();
                        tools.slow().execute(ears::close);
                    };
                });
    }

    CompletableFuture<Optional<DeviceFault>> speaker(Device speaker) {
        return begin(
                Trial.SPEAKER,
                Devices.Kind.SPEAKER,
                devices -> new Ears(Tone.start(TONE_HERTZ), devices.openSpeaker(speaker)),
                ears -> {
                    Runnable ticking = tick(SPEAKER_INTERVAL, () -> news.heardSpeaker(Loudness.of(ears.level())));
                    return () -> {
                        ticking.run();
                        tools.slow().execute(ears::close);
                    };
                });
    }

    /// Keeps what was begun, unless it was stopped meanwhile.
    private <T> CompletableFuture<Optional<DeviceFault>> begin(
            Trial trial, Devices.Kind kind, Function<Devices, T> open, Function<T, Runnable> start) {
        stop(trial);
        int mine = turns.getOrDefault(trial, 0);
        CompletableFuture<Optional<DeviceFault>> answer = new CompletableFuture<>();
        tools.slow().execute(() -> {
            Opened<T> opened = attempt(kind, open);
            loop.run(() -> {
                opened.device().map(start).ifPresent(stop -> keep(trial, mine, stop));
                answer.complete(opened.fault());
            });
        });
        return answer;
    }

    private <T> Opened<T> attempt(Devices.Kind kind, Function<Devices, T> open) {
        try {
            return new Opened<>(Optional.of(open.apply(tools.engine().get().devices())), Optional.empty());
        } catch (RuntimeException why) {
            return new Opened<>(Optional.empty(), Optional.of(DeviceFault.of(kind, why)));
        }
    }

    private void keep(Trial trial, int mine, Runnable stop) {
        if (turns.getOrDefault(trial, 0) == mine) {
            running.put(trial, stop);
        } else {
            stop.run();
        }
    }

    private Runnable tick(Duration interval, Runnable code) {
        return new Ticking(loop, interval, code)::stop;
    }

    /// Does something at an interval until it is stopped.
    private static final class Ticking {
        private final Loop loop;
        private final Duration interval;
        private final Runnable code;
        private Runnable timer = () -> {};

        Ticking(Loop loop, Duration interval, Runnable code) {
            this.loop = loop;
            this.interval = interval;
            this.code = code;
            again();
        }

        private void again() {
            timer = loop.wake(loop.now().plus(interval), () -> {
                code.run();
                again();
            });
        }

        void stop() {
            timer.run();
        }
    }
}
