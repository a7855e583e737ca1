// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.terms.Rids;
import org.jspecify.annotations.Nullable;

/// The layers of one camera, as far as they have been heard: the same picture, big and small.
final class Layers {
    /// A browser that saves bandwidth or work stops a layer; no camera pauses as long by itself.
    private static final long SILENT_NANOS = 1_000_000_000;

    private final Rids rids;
    private @Nullable IncomingStream big;
    private @Nullable IncomingStream small;

    Layers(Rids rids) {
        this.rids = rids;
    }

    /// Which layer the id in a packet names, whose bytes lie at an index of its array; null for neither.
    @Nullable
    Layer named(RtpPacket packet, int at, int length) {
        if (packet.holds(rids.big(), at, length)) {
            return Layer.BIG;
        }
        return rids.hasSmall() && packet.holds(rids.small(), at, length) ? Layer.SMALL : null;
    }

    /// The newest stream of a layer, or null.
    @Nullable
    IncomingStream of(Layer layer) {
        return switch (layer) {
            case BIG -> big;
            case SMALL -> small;
        };
    }

    void open(Layer layer, IncomingStream stream) {
        switch (layer) {
            case BIG -> big = stream;
            case SMALL -> small = stream;
        }
    }

    /// The stream to show who wishes for a layer: that one, or the other while it is missing or silent.
    @Nullable
    IncomingStream choose(Layer wished, long nowNanos) {
        IncomingStream first = of(wished);
        IncomingStream second = of(wished == Layer.BIG ? Layer.SMALL : Layer.BIG);
        if (first != null && (first.isActive(nowNanos, SILENT_NANOS) || second == null)) {
            return first;
        }
        return second != null && (second.isActive(nowNanos, SILENT_NANOS) || first == null) ? second : first;
    }
}
