// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.view;

import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.stay.Loop;

/// How large the pictures of a source are.
public final class SizeWatch implements VideoSink {
    private final Loop loop;
    private final Runnable changed;
    private volatile int width;
    private volatile int height;

    /// Of whatever it is attached to.
    ///
    /// @param changed run on the loop when the size is another one
    public SizeWatch(Loop loop, Runnable changed) {
        this.loop = loop;
        this.changed = changed;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    @Override
    public void frame(VideoFrame frame) {
        if (frame.width() != width || frame.height() != height) {
            width = frame.width();
            height = frame.height();
            loop.run(changed);
        }
    }
}
