// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.rtp.Vp8Counters;

/// The constant distances that let the VP8 pictures of one layer be counted on behind those of another.
///
/// Layers of one camera count alike, so the keyframe that takes over would often have the id of the picture before: a
/// receiver drops it as seen.
final class PictureNumbers {
    private final Vp8Counters counters = new Vp8Counters();
    private boolean started;
    private int pictureOffset;
    private int levelOffset;
    private int lastPicture;
    private int lastLevel;

    /// A packet of another layer goes on from here.
    void takeOver(RtpPacket first) {
        if (started && counters.wrap(first)) {
            pictureOffset = lastPicture + 1 - counters.picture();
            levelOffset = lastLevel + 1 - counters.level();
        }
    }

    /// Rewrites a packet in place.
    ///
    /// @param newest whether the stream has come no further yet
    void apply(RtpPacket packet, boolean newest) {
        if (!counters.wrap(packet)) {
            return;
        }
        counters.shift(pictureOffset, levelOffset);
        if (newest) {
            started = true;
            lastPicture = counters.picture();
            lastLevel = counters.level();
        }
    }
}
