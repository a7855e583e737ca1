// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

/// Virtual threads, one for each task, on which the app may wait as long as it likes.
final class Elsewhere {
    private Elsewhere() {}

    static void sink(Runnable work) {
        Thread.ofVirtual().name("duet-media-sink").start(work);
    }

    static void result(Runnable work) {
        Thread.ofVirtual().name("duet-media-result").start(work);
    }
}
