// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.view;

import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.flow.VideoSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A sink that stays with what is shown, whichever source that comes from.
public final class Follower {
    private @Nullable VideoSource source;
    private @Nullable VideoSink sink;

    public void follow(@Nullable VideoSource from, @Nullable VideoSink to) {
        if (Objects.equals(source, from) && Objects.equals(sink, to)) {
            return;
        }
        if (source != null && sink != null) {
            source.removeSink(sink);
        }
        source = from;
        sink = to;
        if (from != null && to != null) {
            from.addSink(to);
        }
    }
}
