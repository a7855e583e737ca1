// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.own;

import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.client.stay.Loop;
import java.time.Duration;

/// One picture sent again and again.
final class Still {
    private final PushedVideo out = new PushedVideo();
    private final Loop loop;
    private final VideoFrame picture;
    private final Duration pause;
    private Runnable timer;
    private long number;

    private Still(Loop loop, VideoFrame picture, double framesPerSecond) {
        this.loop = loop;
        this.picture = picture;
        this.pause = Duration.ofNanos((long) (1e9 / framesPerSecond));
        this.timer = loop.wake(loop.now(), this::push);
    }

    static Still start(Loop loop, VideoFrame picture, double framesPerSecond) {
        return new Still(loop, picture, framesPerSecond);
    }

    VideoSource source() {
        return out;
    }

    private void push() {
        out.push(picture.withTimestampNanos(picture.timestampNanos() + pause.toNanos() * ++number));
        timer = loop.wake(loop.now().plus(pause), this::push);
    }

    void stop() {
        timer.run();
        out.close();
    }
}
