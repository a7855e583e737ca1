// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.own;

import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Speaker;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.sound.Gain;
import dev.duet.client.stay.Landing;
import dev.duet.client.stay.Loop;
import dev.duet.client.stay.MediaTools;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Plays what the other side says: on a loudspeaker, which is open only while there is something to play, or where
/// the app wants it.
public final class Playout implements AudioSink {
    private final Loop loop;
    private final MediaTools tools;
    private final Executor slow;
    private final Consumer<DeviceFault> failed;
    private volatile @Nullable AudioSink target;
    private volatile double gain = 1;
    private @Nullable AudioSink given;
    private @Nullable Speaker speaker;
    private Device device = Device.preferred(Devices.Kind.SPEAKER);
    private boolean on;
    /// Counted up by whatever makes a loudspeaker that is being opened worthless.
    private int turn;

    /// @param failed is told of what a person would otherwise not know
    public Playout(Loop loop, MediaTools tools, Consumer<DeviceFault> failed) {
        this.loop = loop;
        this.tools = tools;
        this.slow = new InTurn(tools.slow());
        this.failed = failed;
    }

    @Override
    public void chunk(PcmChunk chunk) {
        AudioSink sink = target;
        if (sink != null) {
            sink.chunk(Gain.apply(chunk, gain));
        }
    }

    /// 1 is as it comes, 0 is silence.
    public void setGain(double factor) {
        gain = factor;
    }

    public Device device() {
        return device;
    }

    /// Where it is played instead of on a loudspeaker; null goes back to that.
    public void use(@Nullable AudioSink sink) {
        given = sink;
        if (on) {
            start();
        }
    }

    /// There is something to play, or nothing any more.
    public void setOn(boolean isOn) {
        if (on == isOn) {
            return;
        }
        on = isOn;
        if (isOn) {
            start();
        } else {
            stop();
        }
    }

    /// Plays on another device, from now on.
    public CompletableFuture<Optional<DeviceFault>> choose(Device wanted) {
        Device before = device;
        device = wanted;
        if (speaker == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return open().thenApply(fault -> {
            if (fault.isPresent() && device.equals(wanted)) {
                device = before;
            }
            return fault;
        });
    }

    private void start() {
        if (given != null) {
            stop();
            target = given;
            return;
        }
        target = null;
        Landing.then(open(), fault -> fault.ifPresent(failed));
    }

    private CompletableFuture<Optional<DeviceFault>> open() {
        int mine = ++turn;
        Device wanted = device;
        CompletableFuture<Optional<DeviceFault>> answer = new CompletableFuture<>();
        slow.execute(() -> {
            try {
                Speaker fresh = tools.engine().get().devices().openSpeaker(wanted);
                loop.run(() -> {
                    keep(fresh, mine);
                    answer.complete(Optional.empty());
                });
            } catch (RuntimeException why) {
                DeviceFault fault = DeviceFault.of(Devices.Kind.SPEAKER, why);
                loop.run(() -> answer.complete(turn == mine ? Optional.of(fault) : Optional.empty()));
            }
        });
        return answer;
    }

    private void keep(Speaker fresh, int mine) {
        if (turn != mine) {
            slow.execute(fresh::close);
            return;
        }
        shut();
        speaker = fresh;
        target = fresh;
    }

    private void stop() {
        turn += 1;
        target = null;
        shut();
    }

    private void shut() {
        Speaker old = speaker;
        speaker = null;
        if (old != null) {
            slow.execute(old::close);
        }
    }
}
