// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.terms;

import java.util.random.RandomGenerator;

/// The SSRCs on which one leg gets the other side's streams.
public record LegSsrcs(StreamSsrcs audio, StreamSsrcs camera, StreamSsrcs screen) {

    /// Sources for one leg, retransmissions for both videos.
    public static LegSsrcs random(RandomGenerator random) {
        return new LegSsrcs(
                new StreamSsrcs(ssrc(random), 0),
                new StreamSsrcs(ssrc(random), ssrc(random)),
                new StreamSsrcs(ssrc(random), ssrc(random)));
    }

    /// Any number but 0, which means none. Five of them are equal by chance once in 400 million legs.
    private static int ssrc(RandomGenerator random) {
        return random.nextInt() | 1;
    }

    public StreamSsrcs of(StreamKind kind) {
        return switch (kind) {
            case AUDIO -> audio;
            case CAMERA -> camera;
            case SCREEN -> screen;
        };
    }
}
