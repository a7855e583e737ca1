// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import dev.duet.client.media.flow.PcmChunk;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Sound of the app's own on its way into what is sent: the library asks every 10 ms, and gets what waits, or
/// silence.
final class Voice {
    /// A fifth of a second bridges a pause of the collector; what is older is lost.
    private static final int LIMIT = 20;

    private final ArrayDeque<PcmChunk> waiting = new ArrayDeque<>();
    private boolean open;

    /// Begins or ends to fill; what waits is dropped.
    synchronized void open(boolean now) {
        open = now;
        waiting.clear();
    }

    synchronized void offer(PcmChunk chunk) {
        if (open) {
            if (waiting.size() == LIMIT) {
                waiting.removeFirst();
            }
            waiting.addLast(chunk);
        }
    }

    /// Fills the whole buffer with 16-bit samples; `false` when the app sends nothing, and the buffer is as it
    /// was.
    synchronized boolean fill(ByteBuffer buffer, int channels, int rate) {
        if (!open) {
            return false;
        }
        PcmChunk chunk = waiting.pollFirst();
        ByteBuffer out = buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        out.clear();
        int frames = out.capacity() / 2 / channels;
        for (int frame = 0; frame < frames; frame++) {
            for (int channel = 0; channel < channels; channel++) {
                out.putShort(sample(chunk, frame, channel, rate));
            }
        }
        return true;
    }

    /// The nearest one in time; a channel that is not there is the first.
    private static short sample(@Nullable PcmChunk chunk, int frame, int channel, int rate) {
        if (chunk == null) {
            return 0;
        }
        int at = (int) ((long) frame * chunk.rate() / rate);
        int of = channel < chunk.channels() ? channel : 0;
        int index = at * chunk.channels() + of;
        return index < chunk.samples().capacity() ? chunk.samples().get(index) : 0;
    }
}
