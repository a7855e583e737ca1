// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.device;

import dev.duet.client.Code;
import dev.duet.client.course.RoomCode;
import dev.duet.client.device.Trials.Trial;
import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.own.DeviceFault;
import dev.duet.client.own.LocalMedia;
import dev.duet.client.own.Playout;
import dev.duet.client.rtc.type.RtcMediaDeviceState;
import dev.duet.client.rtc.type.RtcMediaDeviceType;
import dev.duet.client.stay.Landing;
import dev.duet.client.stay.Loop;
import dev.duet.client.stay.MediaTools;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Cameras, microphones and loudspeakers. A number that comes back is 0 for success, or negative and documented.
/// Every method may be called on any thread; answers come on the app's executor.
public final class DeviceManager {
    /// How often the machine is asked for its devices, from the first time the app asks for them on.
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final int MOST_VOLUME = 100;
    private static final int LEAST_INTERVAL_MILLIS = 100;

    private record Sound(int volume, boolean muted, boolean follows) {
        static final Sound USUAL = new Sound(100, false, true);
    }

    private final Loop loop;
    private final MediaTools tools;
    private final LocalMedia media;
    private final Playout playout;
    private final DeviceNews news;
    private final Trials trials;
    private final PlugWatch plugs = new PlugWatch();
    private final Map<RtcMediaDeviceType, Sound> sounds = new ConcurrentHashMap<>(2);
    private Runnable timer = () -> {};
    private boolean watching;

    /// Made by a room client.
    public DeviceManager(Loop loop, MediaTools tools, LocalMedia media, Playout playout, DeviceNews news) {
        this.loop = loop;
        this.tools = tools;
        this.media = media;
        this.playout = playout;
        this.news = news;
        this.trials = new Trials(loop, tools, news);
        media.onLost((kind, why) -> {
            if (kind != Devices.Kind.SCREEN) {
                lost(kind, why);
            }
        });
    }

    /// A device in use is gone: the system's choice of microphone takes its place where that is followed.
    private void lost(Devices.Kind kind, DeviceFault why) {
        boolean follows = sound(RtcMediaDeviceType.MIC).follows()
                && !media.microphoneDevice().id().isEmpty();
        if (kind != Devices.Kind.MICROPHONE || !follows) {
            news.failed(why);
            return;
        }
        Landing.letBe(media.chooseMicrophone(Device.preferred(kind)));
        Landing.then(media.openAudio(), fault -> {
            if (fault.isPresent()) {
                news.failed(fault.get());
            } else {
                news.changed("", RtcMediaDeviceType.MIC, RtcMediaDeviceState.ACTIVE);
            }
        });
    }

    // Lists

    /// Those of this moment; from now on `onDeviceChanged` tells what is plugged and unplugged.
    public CompletableFuture<List<DeviceInfo>> getDevicesList(RtcMediaDeviceType type) {
        return answered(list().thenApply(all -> {
            List<DeviceInfo> found =
                    all.stream().filter(each -> each.type() == type).toList();
            if (type == RtcMediaDeviceType.SPEAKER && found.isEmpty()) {
                news.warned(RoomCode.WARNING_SPEAKER_LIST_EMPTY, "This machine has no loudspeaker.");
            }
            return found;
        }));
    }

    /// Completed on the loop.
    private CompletableFuture<List<DeviceInfo>> list() {
        CompletableFuture<List<DeviceInfo>> answer = new CompletableFuture<>();
        tools.slow().execute(() -> {
            List<DeviceInfo> now = read();
            loop.run(() -> {
                take(now);
                watch();
                answer.complete(now);
            });
        });
        return answer;
    }

    /// A machine without an engine has no devices.
    private List<DeviceInfo> read() {
        try {
            Devices devices = tools.engine().get().devices();
            return Stream.of(RtcMediaDeviceType.values())
                    .flatMap(type -> devices.list(type.kind()).stream().map(each -> DeviceInfo.of(type, each)))
                    .toList();
        } catch (MediaException none) {
            return List.of();
        }
    }

    private void watch() {
        if (!watching) {
            watching = true;
            again();
        }
    }

    private void again() {
        timer = loop.wake(
                loop.now().plus(LOOK),
                () -> tools.slow().execute(() -> {
                    List<DeviceInfo> now = read();
                    loop.run(() -> {
                        take(now);
                        if (watching) {
                            again();
                        }
                    });
                }));
    }

    private void take(List<DeviceInfo> now) {
        for (PlugWatch.Change change : plugs.look(now)) {
            DeviceInfo device = change.device();
            news.changed(device.deviceId(), device.type(), change.state());
            boolean isPlaying = device.deviceId().equals(playout.device().id());
            if (change.state() == RtcMediaDeviceState.REMOVE
                    && device.type() == RtcMediaDeviceType.SPEAKER
                    && isPlaying) {
                leaveSpeaker();
            }
        }
    }

    private void leaveSpeaker() {
        Landing.then(playout.choose(Device.preferred(Devices.Kind.SPEAKER)), fault -> {
            if (fault.isEmpty()) {
                news.changed("", RtcMediaDeviceType.SPEAKER, RtcMediaDeviceState.ACTIVE);
            }
        });
    }

    // Choice

    /// The one that is in use or chosen; an empty id is the system's choice.
    public CompletableFuture<DeviceInfo> getCurrentDevice(RtcMediaDeviceType type) {
        CompletableFuture<DeviceInfo> answer = new CompletableFuture<>();
        loop.run(() -> answer.complete(DeviceInfo.of(type, current(type))));
        return answered(answer);
    }

    private Device current(RtcMediaDeviceType type) {
        return switch (type) {
            case MIC -> media.microphoneDevice();
            case CAMERA -> media.cameraDevice();
            case SPEAKER -> playout.device();
        };
    }

    /// Takes a device into use, or, while none of its type is open, for when one is opened. -2 when there is no such
    /// one.
    public CompletableFuture<Integer> setCurrentDevice(RtcMediaDeviceType type, String deviceId) {
        return answered(list().thenCompose(all -> all.stream()
                .filter(each -> each.type() == type && each.deviceId().equals(deviceId))
                .findFirst()
                .map(this::choose)
                .orElse(CompletableFuture.completedFuture(RoomCode.INVALID_PARAMETER))));
    }

    private CompletableFuture<Integer> choose(DeviceInfo wanted) {
        Device device = new Device(wanted.type().kind(), wanted.deviceId(), wanted.deviceName());
        CompletableFuture<Optional<DeviceFault>> chosen = switch (wanted.type()) {
            case MIC -> media.chooseMicrophone(device);
            case CAMERA -> media.chooseCamera(device);
            case SPEAKER -> playout.choose(device);
        };
        return chosen.thenApply(fault -> {
            if (fault.isEmpty()) {
                news.changed(wanted.deviceId(), wanted.type(), RtcMediaDeviceState.ACTIVE);
            }
            return number(fault);
        });
    }

    private int number(Optional<DeviceFault> fault) {
        fault.ifPresent(news::failed);
        return fault.map(DeviceFault::code).orElse(Code.OK);
    }

    /// Whether the system's choice is followed when the microphone in use is pulled out; it is by default. -2 for a
    /// camera.
    public int enableFollowingDefaultAudioDevice(RtcMediaDeviceType type, boolean enable) {
        return change(type, was -> new Sound(was.volume(), was.muted(), enable));
    }

    // Volumes

    /// 0 to 100; -2 for another, or a type without a volume.
    public int setCurrentDeviceVolume(RtcMediaDeviceType type, int volume) {
        return volume < 0 || volume > MOST_VOLUME
                ? RoomCode.INVALID_PARAMETER
                : change(type, was -> new Sound(volume, was.muted(), was.follows()));
    }

    /// 0 to 100; -2 for a type without a volume.
    public int getCurrentDeviceVolume(RtcMediaDeviceType type) {
        return type == RtcMediaDeviceType.CAMERA
                ? RoomCode.INVALID_PARAMETER
                : sound(type).volume();
    }

    /// -2 for a type without a volume.
    public int setCurrentDeviceMute(RtcMediaDeviceType type, boolean mute) {
        return change(type, was -> new Sound(was.volume(), mute, was.follows()));
    }

    /// False for a type without a volume.
    public boolean getCurrentDeviceMute(RtcMediaDeviceType type) {
        return sound(type).muted();
    }

    private Sound sound(RtcMediaDeviceType type) {
        return sounds.getOrDefault(type, Sound.USUAL);
    }

    private int change(RtcMediaDeviceType type, UnaryOperator<Sound> how) {
        if (type == null || type == RtcMediaDeviceType.CAMERA) {
            return RoomCode.INVALID_PARAMETER;
        }
        Sound now = sounds.compute(type, (which, was) -> how.apply(was == null ? Sound.USUAL : was));
        loop.run(() -> apply(type, now));
        return Code.OK;
    }

    private void apply(RtcMediaDeviceType type, Sound sound) {
        if (type == RtcMediaDeviceType.SPEAKER) {
            news.setSpeaker(sound.volume(), sound.muted());
        } else {
            news.setMicrophone(sound.volume());
            media.setDeviceMuted(sound.muted());
        }
    }

    // Tests

    /// Shows the camera. -1301 when there is none, -1316 when it is not to be had.
    public CompletableFuture<Integer> startCameraDeviceTest(VideoSink view) {
        return tried(() -> trials.camera(media.cameraDevice(), media.cameraWish(), view));
    }

    /// Always 0.
    public int stopCameraDeviceTest() {
        return stop(Trial.CAMERA);
    }

    /// Tells `onTestMicVolume`; with `playback` the voice is heard, too. -1302 when there is no microphone, -1319
    /// when it is not to be had.
    ///
    /// @param interval milliseconds, at least 100: -2 below
    public CompletableFuture<Integer> startMicDeviceTest(int interval, boolean playback) {
        if (interval < LEAST_INTERVAL_MILLIS) {
            return answered(CompletableFuture.completedFuture(RoomCode.INVALID_PARAMETER));
        }
        return tried(() -> trials.microphone(
                media.microphoneDevice(), Duration.ofMillis(interval), playback ? playout.device() : null));
    }

    /// Always 0.
    public int stopMicDeviceTest() {
        return stop(Trial.MICROPHONE);
    }

    /// Plays a tone and tells `onTestSpeakerVolume`. -1321 when there is no loudspeaker.
    public CompletableFuture<Integer> startSpeakerDeviceTest() {
        return tried(() -> trials.speaker(playout.device()));
    }

    /// Always 0.
    public int stopSpeakerDeviceTest() {
        return stop(Trial.SPEAKER);
    }

    private CompletableFuture<Integer> tried(Supplier<CompletableFuture<Optional<DeviceFault>>> trial) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        loop.run(() -> Landing.then(trial.get(), fault -> answer.complete(number(fault))));
        return answered(answer);
    }

    private int stop(Trial trial) {
        loop.run(() -> trials.stop(trial));
        return Code.OK;
    }

    private <T> CompletableFuture<T> answered(CompletableFuture<T> inside) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Landing.then(inside, value -> news.answer(() -> answer.complete(value)));
        return answer;
    }

    /// On the loop, by the room client.
    public void close() {
        watching = false;
        timer.run();
        trials.stopAll();
    }
}
