// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.view;

import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.stay.Loop;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Hands pictures to a view of the app's, and notices when they begin and how large they are.
public final class Viewer implements VideoSink {
    private final Loop loop;
    private final VideoSink target;
    private final BiConsumer<Integer, Integer> sized;
    private volatile boolean frozen;
    private volatile @Nullable VideoFrame last;
    private int width;
    private int height;

    /// To one view.
    ///
    /// @param sized told of the size of the first picture, and of each other size, on the loop
    public Viewer(Loop loop, VideoSink target, BiConsumer<Integer, Integer> sized) {
        this.loop = loop;
        this.target = target;
        this.sized = sized;
    }

    public boolean shows(VideoSink view) {
        return target.equals(view);
    }

    /// The last picture stays.
    public void freeze(boolean isFrozen) {
        frozen = isFrozen;
    }

    @Nullable
    public VideoFrame last() {
        return last;
    }

    /// What comes next is the first again.
    public void begin() {
        loop.run(() -> last = null);
    }

    @Override
    public void frame(VideoFrame frame) {
        if (frozen) {
            return;
        }
        boolean lying = frame.rotation() % 180 != 0;
        int wide = lying ? frame.height() : frame.width();
        int high = lying ? frame.width() : frame.height();
        if (last == null || wide != width || high != height) {
            width = wide;
            height = high;
            loop.run(() -> sized.accept(wide, high));
        }
        last = frame;
        target.frame(frame);
    }
}
