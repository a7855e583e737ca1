// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.VideoSink;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the others' sound and pictures go, on this and any later connection.
final class Outlets {
    private final Supplier<@Nullable Link> link;
    private final Map<MediaKind, VideoSink> screens = new EnumMap<>(MediaKind.class);
    private @Nullable AudioSink ear;

    /// Of one room.
    ///
    /// @param link the connection there is now
    Outlets(Supplier<@Nullable Link> link) {
        this.link = link;
    }

    void hear(@Nullable AudioSink sink) {
        Link now = link.get();
        if (!Objects.equals(ear, sink) && now != null) {
            now.hear(sink);
        }
        ear = sink;
    }

    void see(MediaKind place, @Nullable VideoSink sink) {
        Link now = link.get();
        if (!Objects.equals(screens.get(place), sink) && now != null) {
            now.see(place, sink);
        }
        if (sink == null) {
            screens.remove(place);
        } else {
            screens.put(place, sink);
        }
    }

    void unsee(MediaKind place, VideoSink sink) {
        if (sink.equals(screens.get(place))) {
            see(place, null);
        }
    }

    /// Brings a new connection to what was set.
    void equip(Link fresh) {
        fresh.hear(ear);
        screens.forEach(fresh::see);
    }
}
