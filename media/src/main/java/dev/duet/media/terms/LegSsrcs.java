// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.terms;

/// The SSRCs on which one leg gets the other side's streams.
public record LegSsrcs(StreamSsrcs audio, StreamSsrcs camera, StreamSsrcs screen) {

    public StreamSsrcs of(StreamKind kind) {
        return switch (kind) {
            case AUDIO -> audio;
            case CAMERA -> camera;
            case SCREEN -> screen;
        };
    }
}
