// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.view;

import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.stay.Loop;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which view shows which picture. A view shows one picture, and a picture is in one view, always the latest.
public final class Views {
    /// Which picture: one's own camera, or another's camera or screen.
    ///
    /// @param userId empty for oneself
    public record Spot(String userId, MediaKind kind) {}

    /// Told on the loop.
    public interface Events {
        void began(Spot spot, int width, int height);

        void resized(Spot spot, int width, int height);
    }

    private record Size(int width, int height) {}

    private final Loop loop;
    private final Events events;
    private final Map<Spot, Viewer> viewers = new HashMap<>(4);
    /// What has begun to be seen, and how large it was last: moved to another view it has still begun.
    private final Map<Spot, Size> seen = new HashMap<>(4);

    public Views(Loop loop, Events events) {
        this.loop = loop;
        this.events = events;
    }

    public Optional<Viewer> viewer(Spot spot) {
        return Optional.ofNullable(viewers.get(spot));
    }

    /// Shows a picture in a view, from where another picture makes room.
    public void put(Spot spot, VideoSink view) {
        if (viewer(spot).filter(there -> there.shows(view)).isPresent()) {
            return;
        }
        viewers.entrySet().removeIf(each -> each.getValue().shows(view));
        viewers.put(spot, new Viewer(loop, view, (width, height) -> sized(spot, width, height)));
    }

    private void sized(Spot spot, int width, int height) {
        if (!viewers.containsKey(spot)) {
            return;
        }
        Size now = new Size(width, height);
        Size before = seen.put(spot, now);
        if (before == null) {
            events.began(spot, width, height);
        }
        if (!now.equals(before)) {
            events.resized(spot, width, height);
        }
    }

    /// The picture does not come any more; when it comes again it begins again.
    public void forget(Spot spot) {
        if (seen.remove(spot) != null) {
            viewer(spot).ifPresent(Viewer::begin);
        }
    }

    public void take(Spot spot) {
        seen.remove(spot);
        viewers.remove(spot);
    }

    /// Everybody's pictures but one's own.
    public void takeRemote() {
        viewers.keySet().removeIf(spot -> !spot.userId().isEmpty());
        seen.keySet().removeIf(spot -> !spot.userId().isEmpty());
    }
}
