// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.own;

import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.stay.Landing;
import dev.duet.client.stay.Loop;
import dev.duet.client.stay.MediaTools;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The own screen, shared in a place of its own or in the camera's.
public final class ScreenShare {
    private static final double PAUSED_FRAMES_PER_SECOND = 1;

    private final Loop loop;
    private final MediaTools tools;
    private final Runnable changed;
    private final Slot<VideoSource> slot;
    private MediaKind place = MediaKind.SCREEN;
    private boolean isMuted;
    private boolean isPaused;
    private @Nullable Still still;

    ScreenShare(Loop loop, MediaTools tools, Runnable changed, Consumer<DeviceFault> lost) {
        this.loop = loop;
        this.tools = tools;
        this.changed = changed;
        this.slot = new Slot<>(
                Devices.Kind.SCREEN,
                loop,
                tools.slow(),
                () -> capture(Device.preferred(Devices.Kind.SCREEN), 10),
                VideoSource::ended,
                this::sourceChanged,
                lost);
    }

    private VideoSource capture(Device screen, double framesPerSecond) {
        return tools.engine().get().devices().openScreen(screen, framesPerSecond);
    }

    /// Does nothing while a screen is shared already.
    ///
    /// @param where SCREEN or CAMERA
    /// @param given the app's own picture instead of the device's
    public CompletableFuture<Optional<DeviceFault>> open(
            MediaKind where, Device screen, double framesPerSecond, @Nullable VideoSource given) {
        if (!isOn()) {
            place = where;
            slot.from(() -> capture(screen, framesPerSecond));
            Landing.letBe(slot.use(given));
        }
        return slot.open();
    }

    public void close() {
        isMuted = false;
        slot.close();
    }

    private void sourceChanged() {
        if (!isOn()) {
            isPaused = false;
            thaw();
        }
        changed.run();
    }

    public boolean isOn() {
        return slot.source() != null;
    }

    /// As it is captured, paused or not.
    public @Nullable VideoSource source() {
        return slot.source();
    }

    public boolean isInCamerasPlace() {
        return isOn() && place == MediaKind.CAMERA;
    }

    boolean isSent(MediaKind where) {
        return isOn() && !isMuted && place == where;
    }

    void setMuted(boolean muted) {
        isMuted = muted;
        changed.run();
    }

    /// The others go on seeing the last frame, once a second. Whether anything changed.
    public boolean pause(boolean pauses) {
        VideoSource shared = slot.source();
        if (shared == null || isPaused == pauses) {
            return false;
        }
        isPaused = pauses;
        if (pauses) {
            Landing.letBe(FirstFrame.of(shared).thenAccept(frame -> loop.run(() -> freeze(shared, frame))));
        } else {
            thaw();
            changed.run();
        }
        return true;
    }

    private void freeze(VideoSource shared, VideoFrame frame) {
        if (isPaused && Objects.equals(slot.source(), shared) && still == null) {
            still = Still.start(loop, frame, PAUSED_FRAMES_PER_SECOND);
            changed.run();
        }
    }

    private void thaw() {
        if (still != null) {
            still.stop();
            still = null;
        }
    }

    @Nullable
    VideoSource outgoing() {
        if (isMuted || !isOn()) {
            return null;
        }
        return still == null ? slot.source() : still.source();
    }
}
