// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.flow;

import java.util.concurrent.CompletableFuture;

/// Where sound comes from; all that is said of [VideoSource] holds here.
public interface AudioSource extends AutoCloseable {
    void addSink(AudioSink sink);

    void removeSink(AudioSink sink);

    CompletableFuture<Void> ended();

    @Override
    void close();
}
