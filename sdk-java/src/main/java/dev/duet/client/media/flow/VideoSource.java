// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.flow;

import java.util.concurrent.CompletableFuture;

/// Where pictures come from: a camera, a screen, a file, a generator, or the app itself.
///
/// It runs from when it is made until it is closed, whether anybody looks or not, and feeds any number of sinks: a
/// connection, an own view, a recorder. All methods may be called on any thread at any time.
public interface VideoSource extends AutoCloseable {
    /// The sink gets the next frame and all that follow. Does nothing when it is there already.
    void addSink(VideoSink sink);

    void removeSink(VideoSink sink);

    /// Completed when the source ends by itself or is closed; with a `MediaException` when its device or file broke.
    CompletableFuture<Void> ended();

    /// Stops it and frees its device. Twice is once.
    @Override
    void close();
}
