// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.own;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.media.Devices.Speaker;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.stay.OwnMedia;
import dev.duet.frame.MediaFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The own microphone, camera and screen in one call. Off means off: a closed source, so that the device's light goes
/// out.
public final class OwnDevices implements OwnMedia {
    private final Opening<AudioSource> microphone;
    private final Opening<VideoSource> camera;
    private final Opening<VideoSource> screen;
    private final Opening<Speaker> speaker;
    private final List<Runnable> listeners = new ArrayList<>(2);
    private final Consumer<Result<Void>> lost;
    private @Nullable VideoSink mirror;
    private @Nullable VideoSource mirrored;
    private boolean muted;
    /// Whether the camera was on when the call was put on hold; null while it is not.
    private @Nullable Boolean resting;

    /// How the devices that a call needs fared.
    public record Opened(Result<Void> microphone, Result<Void> camera) {}

    /// Has everything closed at first.
    ///
    /// @param slow runs what blocks: devices that open and close
    /// @param lost is told of devices that stopped by themselves
    public OwnDevices(RoomWire wire, Sources sources, Executor slow, Consumer<Result<Void>> lost) {
        Opening.Owner owner = new Owner();
        this.lost = lost;
        this.microphone = new Opening<>(Device.MICROPHONE, sources.microphone(), AudioSource::ended, wire, slow, owner);
        this.camera = new Opening<>(Device.CAMERA, sources.camera(), VideoSource::ended, wire, slow, owner);
        this.screen = new Opening<>(Device.SCREEN, sources.screen(), VideoSource::ended, wire, slow, owner);
        this.speaker = new Opening<>(Device.SPEAKER, null, played -> new CompletableFuture<>(), wire, slow, owner);
    }

    /// Opens what a call needs. Who has no microphone at all listens only, and lacks nothing.
    public CompletableFuture<Opened> open(boolean video) {
        CompletableFuture<Result<Void>> voice = microphone.isThere() ? microphone.open() : nothing();
        CompletableFuture<Result<Void>> picture = video ? camera.open() : nothing();
        return voice.thenCombine(picture, Opened::new);
    }

    private static CompletableFuture<Result<Void>> nothing() {
        return CompletableFuture.completedFuture(Result.done());
    }

    /// Takes this microphone instead, at once if one is open.
    public CompletableFuture<Result<Void>> chooseMicrophone(Supplier<? extends AudioSource> other) {
        return microphone.instead(other);
    }

    public CompletableFuture<Result<Void>> chooseCamera(Supplier<? extends VideoSource> other) {
        return camera.instead(other);
    }

    /// Opens this loudspeaker, in place of the one before; the data is what plays.
    public CompletableFuture<Result<Speaker>> chooseSpeaker(Supplier<? extends Speaker> other) {
        return speaker.instead(other)
                .thenCompose(chosen -> chosen.isOk() ? speaker.open() : CompletableFuture.completedFuture(chosen))
                .thenApply(opened -> new Result<>(opened.code(), opened.desc(), speaker.source()));
    }

    public CompletableFuture<Result<Void>> setCamera(boolean on) {
        return set(camera, on);
    }

    public CompletableFuture<Result<Void>> setScreen(boolean on) {
        return set(screen, on);
    }

    private static CompletableFuture<Result<Void>> set(Opening<?> device, boolean on) {
        if (on) {
            return device.open();
        }
        device.close();
        return nothing();
    }

    public void setMuted(boolean on) {
        if (muted != on) {
            muted = on;
            changed();
        }
    }

    public boolean isMuted() {
        return muted;
    }

    public boolean isCameraOn() {
        return camera.source() != null;
    }

    public boolean isScreenOn() {
        return screen.source() != null;
    }

    /// The own camera's picture goes there while it is on; null shows it nowhere.
    public void mirror(@Nullable VideoSink sink) {
        reflect(null);
        mirror = sink;
        reflect(camera.source());
    }

    private void reflect(@Nullable VideoSource source) {
        if (mirrored != null && mirror != null) {
            mirrored.removeSink(mirror);
        }
        mirrored = source;
        if (source != null && mirror != null) {
            source.addSink(mirror);
        }
    }

    /// Lets go of everything until `wake`.
    public void rest() {
        if (resting == null) {
            resting = isCameraOn();
        }
        closeAll();
    }

    /// Opens what was on before.
    public CompletableFuture<Opened> wake() {
        boolean video = Boolean.TRUE.equals(resting);
        resting = null;
        return open(video);
    }

    /// The loudspeaker plays on while a call is on hold: it is silent then.
    public void closeSpeaker() {
        speaker.close();
    }

    public void closeAll() {
        screen.close();
        camera.close();
        microphone.close();
    }

    @Override
    public MediaFlags flags() {
        return new MediaFlags(microphone.source() != null && !muted, isCameraOn(), isScreenOn());
    }

    @Override
    public Outgoing outgoing() {
        return new Outgoing(muted ? null : microphone.source(), camera.source(), screen.source());
    }

    @Override
    public Runnable onChange(Runnable code) {
        listeners.add(code);
        return () -> listeners.remove(code);
    }

    private void changed() {
        if (!Objects.equals(mirrored, camera.source())) {
            reflect(camera.source());
        }
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private final class Owner implements Opening.Owner {
        @Override
        public void changed() {
            OwnDevices.this.changed();
        }

        @Override
        public void lost(Result<Void> why) {
            lost.accept(why);
        }
    }
}
