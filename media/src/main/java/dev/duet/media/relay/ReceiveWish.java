// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import dev.duet.media.stream.Layer;
import dev.duet.media.terms.StreamKind;

/// What one browser wants of the other one's streams.
public record ReceiveWish(boolean audio, Video video, boolean screen) {
    /// What a browser gets that has not said anything.
    public static final ReceiveWish EVERYTHING = new ReceiveWish(true, Video.BIG, true);

    /// How much of the camera.
    public enum Video {
        BIG,
        /// The small layer, where the sender has one.
        SMALL,
        NONE
    }

    Layer layer() {
        return video == Video.SMALL ? Layer.SMALL : Layer.BIG;
    }

    boolean wants(StreamKind kind) {
        return switch (kind) {
            case AUDIO -> audio;
            case CAMERA -> video != Video.NONE;
            case SCREEN -> screen;
        };
    }
}
