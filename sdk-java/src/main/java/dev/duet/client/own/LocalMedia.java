// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.own;

import dev.duet.client.course.RoomCode;
import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Wish;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.stay.Loop;
import dev.duet.client.stay.MediaTools;
import dev.duet.client.stay.OwnMedia;
import dev.duet.frame.MediaFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The own microphone, camera and screen. Off means off: a device that is not wanted is closed.
public final class LocalMedia implements OwnMedia {
    private final Loop loop;
    private final MediaTools tools;
    private final Voice voice = new Voice();
    private final Slot<AudioSource> microphone;
    private final Slot<VideoSource> camera;
    private final ScreenShare share;
    private final List<Runnable> watchers = new ArrayList<>(4);
    private final List<BiConsumer<Devices.Kind, DeviceFault>> losses = new ArrayList<>(2);
    private Device microphoneDevice = Device.preferred(Devices.Kind.MICROPHONE);
    private Device cameraDevice = Device.preferred(Devices.Kind.CAMERA);
    private Wish cameraWish = Wish.CALL;
    private boolean muted;
    private boolean hushed;
    private boolean videoMuted;
    private @Nullable VideoFrame muteImage;
    private double muteImageRate = 5;
    private @Nullable Still still;

    public LocalMedia(Loop loop, MediaTools tools) {
        this.loop = loop;
        this.tools = tools;
        this.microphone = new Slot<>(
                Devices.Kind.MICROPHONE,
                loop,
                tools.slow(),
                () -> devices().openMicrophone(Device.preferred(Devices.Kind.MICROPHONE)),
                AudioSource::ended,
                this::microphoneChanged,
                why -> lost(Devices.Kind.MICROPHONE, why));
        this.camera = new Slot<>(
                Devices.Kind.CAMERA,
                loop,
                tools.slow(),
                () -> devices().openCamera(Device.preferred(Devices.Kind.CAMERA), Wish.CALL),
                VideoSource::ended,
                this::changed,
                why -> lost(Devices.Kind.CAMERA, why));
        this.share = new ScreenShare(loop, tools, this::changed, why -> lost(Devices.Kind.SCREEN, why));
    }

    private Devices devices() {
        return tools.engine().get().devices();
    }

    private void take(Device wanted) {
        microphoneDevice = wanted;
        microphone.from(() -> devices().openMicrophone(wanted));
    }

    private void take(Device wanted, Wish wish) {
        cameraDevice = wanted;
        cameraWish = wish;
        camera.from(() -> devices().openCamera(wanted, wish));
    }

    private void microphoneChanged() {
        voice.listenTo(microphone.source());
        changed();
    }

    private void changed() {
        List.copyOf(watchers).forEach(Runnable::run);
    }

    private void lost(Devices.Kind kind, DeviceFault why) {
        DeviceFault told = kind == Devices.Kind.SCREEN
                ? new DeviceFault(RoomCode.SCREEN_CAPTURE_STOPPED, 0, "The screen capture ended by itself.")
                : why;
        List.copyOf(losses).forEach(each -> each.accept(kind, told));
    }

    @Override
    public Runnable onChange(Runnable code) {
        watchers.add(code);
        return () -> watchers.remove(code);
    }

    /// A device or source stopped by itself: unplugged, or at its end.
    public void onLost(BiConsumer<Devices.Kind, DeviceFault> code) {
        losses.add(code);
    }

    // Microphone

    /// Opens it, unless it is open; empty when that is done.
    public CompletableFuture<Optional<DeviceFault>> openAudio() {
        return microphone.open();
    }

    public void closeAudio() {
        microphone.close();
    }

    public boolean hasAudio() {
        return microphone.source() != null;
    }

    /// The app's own sound instead of a device's; null goes back to the device.
    public CompletableFuture<Optional<DeviceFault>> useAudio(@Nullable AudioSource source) {
        return microphone.use(source);
    }

    public Device microphoneDevice() {
        return microphoneDevice;
    }

    /// Takes another device, at once where one is open; one that cannot be had leaves the old one on.
    public CompletableFuture<Optional<DeviceFault>> chooseMicrophone(Device wanted) {
        Device before = microphoneDevice;
        Slot.Origin<AudioSource> former = microphone.origin();
        take(wanted);
        return microphone.reopen(former).thenApply(fault -> {
            fault.ifPresent(why -> take(before));
            return fault;
        });
    }

    public Voice voice() {
        return voice;
    }

    public boolean isMuted() {
        return muted;
    }

    public void setMuted(boolean isMuted) {
        if (muted != isMuted) {
            muted = isMuted;
            voice.setSilent(muted || hushed);
            changed();
        }
    }

    /// Silences the device itself: nobody is told that the own voice is off.
    public void setDeviceMuted(boolean isMuted) {
        hushed = isMuted;
        voice.setSilent(muted || hushed);
    }

    /// How loud the own voice is sent; 1 is as it is.
    public void setGain(double factor) {
        voice.setGain(factor);
    }

    // Camera

    public CompletableFuture<Optional<DeviceFault>> openVideo() {
        return camera.open();
    }

    public void closeVideo() {
        camera.close();
    }

    /// As it is seen here, muted or not.
    public @Nullable VideoSource camera() {
        return camera.source();
    }

    /// The app's own picture instead of a device's; null goes back to the device.
    public CompletableFuture<Optional<DeviceFault>> useVideo(@Nullable VideoSource source) {
        return camera.use(source);
    }

    public Device cameraDevice() {
        return cameraDevice;
    }

    /// As [#chooseMicrophone].
    public CompletableFuture<Optional<DeviceFault>> chooseCamera(Device wanted) {
        Device before = cameraDevice;
        Slot.Origin<VideoSource> former = camera.origin();
        take(wanted, cameraWish);
        return camera.reopen(former).thenApply(fault -> {
            fault.ifPresent(why -> take(before, cameraWish));
            return fault;
        });
    }

    public Wish cameraWish() {
        return cameraWish;
    }

    /// Counts for when the camera is opened next; one that is open is scaled down by the encoder.
    public void wishCamera(Wish wish) {
        take(cameraDevice, wish);
    }

    /// Stops sending the camera, which stays open.
    public void setVideoMuted(boolean isMuted) {
        if (videoMuted != isMuted) {
            videoMuted = isMuted;
            drawCurtain();
        }
    }

    /// Sent in place of a muted camera; null sends nothing.
    public void setMuteImage(@Nullable VideoFrame image, double framesPerSecond) {
        muteImage = image;
        muteImageRate = framesPerSecond;
        drawCurtain();
    }

    private void drawCurtain() {
        if (still != null) {
            still.stop();
        }
        still = videoMuted && muteImage != null ? Still.start(loop, muteImage, muteImageRate) : null;
        changed();
    }

    // Screen

    public ScreenShare share() {
        return share;
    }

    public void setScreenMuted(boolean isMuted) {
        share.setMuted(isMuted);
    }

    /// Everything off, and unmuted.
    public void closeAll() {
        share.close();
        closeVideo();
        closeAudio();
        setMuted(false);
        setVideoMuted(false);
    }

    // What is sent

    @Override
    public MediaFlags flags() {
        boolean picture = camera.source() != null && (!videoMuted || muteImage != null);
        return new MediaFlags(
                hasAudio() && !muted, picture || share.isSent(MediaKind.CAMERA), share.isSent(MediaKind.SCREEN));
    }

    @Override
    public Outgoing outgoing() {
        boolean shared = share.isInCamerasPlace();
        return new Outgoing(
                hasAudio() ? voice.source() : null,
                shared ? share.outgoing() : outgoingCamera(),
                shared ? null : share.outgoing());
    }

    private @Nullable VideoSource outgoingCamera() {
        if (camera.source() == null || !videoMuted) {
            return camera.source();
        }
        return still == null ? null : still.source();
    }
}
