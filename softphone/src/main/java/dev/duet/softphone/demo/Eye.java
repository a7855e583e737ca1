// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.softphone.demo.proof.Reading;
import dev.duet.softphone.demo.proof.Seen;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at what comes, and keeps the latest frame.
final class Eye implements VideoSink {
    private final Set<Integer> bars = new HashSet<>();
    private final Runnable first;
    private Seen seen = Seen.NOTHING;
    private @Nullable VideoFrame latest;

    /// @param first run at the first frame
    Eye(Runnable first) {
        this.first = first;
    }

    @Override
    public void frame(VideoFrame frame) {
        if (look(frame) == 1) {
            first.run();
        }
    }

    private synchronized long look(VideoFrame frame) {
        Reading reading = Reading.of(frame);
        if (reading.bar() >= 0) {
            bars.add(reading.bar());
        }
        latest = frame;
        seen = new Seen(seen.frames() + 1, reading.ground(), bars.size());
        return seen.frames();
    }

    synchronized Seen seen() {
        return seen;
    }

    synchronized @Nullable VideoFrame latest() {
        return latest;
    }
}
