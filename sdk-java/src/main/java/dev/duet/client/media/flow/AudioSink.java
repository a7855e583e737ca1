// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.flow;

/// Takes sound.
@FunctionalInterface
public interface AudioSink {
    /// Called every 10 ms; all that is said at [VideoSink#frame] holds here.
    void chunk(PcmChunk chunk);
}
