// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import dev.duet.client.media.flow.AudioSink;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.synth.ToneMeter;
import dev.duet.softphone.phone.choice.Figures;
import java.time.Duration;

/// Counts and measures what comes; nobody sees it in a terminal.
final class Arrivals implements VideoSink, AudioSink {
    private int width;
    private int height;
    private int frames;
    private double loudest;
    private long sinceNanos = System.nanoTime();

    @Override
    public synchronized void frame(VideoFrame frame) {
        width = frame.width();
        height = frame.height();
        frames++;
    }

    @Override
    public synchronized void chunk(PcmChunk chunk) {
        loudest = Math.max(loudest, ToneMeter.loudness(chunk));
    }

    /// Since it was last asked.
    synchronized Figures take(Duration talked) {
        long now = System.nanoTime();
        int perSecond = (int) Math.round(frames * 1e9 / Math.max(1, now - sinceNanos));
        Figures figures = new Figures(talked, width, height, perSecond, loudest);
        frames = 0;
        loudest = 0;
        sinceNanos = now;
        return figures;
    }
}
