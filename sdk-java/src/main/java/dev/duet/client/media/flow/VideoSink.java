// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.flow;

/// Takes pictures.
@FunctionalInterface
public interface VideoSink {
    /// Called for one frame after another, never twice at the same time by the same source, on a thread of the source
    /// or the engine. A sink that is slower than the pictures loses some, and delays nothing else. What it throws
    /// is logged, and the next frame comes all the same. Every call of the engine's is legal in here, `close` as
    /// well.
    void frame(VideoFrame frame);
}
