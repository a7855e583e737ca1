// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import dev.duet.client.media.Devices;
import dev.duet.client.media.Devices.Device;
import dev.duet.client.media.Devices.Kind;
import dev.duet.client.media.Devices.Speaker;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.PcmChunk;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Plays a call on the loudspeaker, which is open only meanwhile.
final class Earpiece implements AudioSink {
    private final Devices devices;
    private final Executor slow;
    private final Consumer<String> failed;
    private @Nullable Speaker speaker;
    private boolean over;

    /// @param failed told in a sentence why nothing is heard
    Earpiece(Devices devices, Executor slow, Consumer<String> failed) {
        this.devices = devices;
        this.slow = slow;
        this.failed = failed;
    }

    /// Opens the loudspeaker, in a while.
    void pickUp() {
        slow.execute(() -> {
            try {
                keep(devices.openSpeaker(Device.preferred(Kind.SPEAKER)));
            } catch (MediaException cannot) {
                failed.accept(String.valueOf(cannot.getMessage()));
            }
        });
    }

    private synchronized void keep(Speaker opened) {
        if (over) {
            opened.close();
        } else {
            speaker = opened;
        }
    }

    @Override
    public void chunk(PcmChunk chunk) {
        Speaker open = speaker();
        if (open != null) {
            open.chunk(chunk);
        }
    }

    private synchronized @Nullable Speaker speaker() {
        return speaker;
    }

    /// Closes the loudspeaker, for good.
    synchronized void putDown() {
        over = true;
        Speaker open = speaker;
        speaker = null;
        if (open != null) {
            slow.execute(open::close);
        }
    }
}
