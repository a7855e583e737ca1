// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.reception;

/// The wish for a keyframe of one source: asked for at once, repeated until the keyframe comes, never more often than a
/// keyframe takes.
public final class KeyframeWish {
    /// A keyframe is many packets: asking again before it can have arrived would only make a second one.
    public static final long REPEAT_NANOS = 400_000_000;

    /// A source that was asked this often either cannot make one or made one that we do not recognize.
    static final int MOST_ASKS = 20;

    private boolean wished;
    private int asks;
    private long askedAt;
    private boolean asked;

    /// Wishes; whether the request leaves now or waits is up to [#due].
    public void wish() {
        wished = true;
        asks = 0;
    }

    /// Whether a keyframe is waited for.
    public boolean isWished() {
        return wished;
    }

    /// A keyframe has begun to arrive.
    public void fulfilled() {
        wished = false;
    }

    /// Nobody wishes any more.
    public void forget() {
        wished = false;
    }

    /// Whether a request must leave now; if so it counts as sent, and the wish stays until it is fulfilled.
    public boolean due(long nowNanos) {
        if (!wished || (asked && nowNanos - askedAt < REPEAT_NANOS)) {
            return false;
        }
        asked = true;
        askedAt = nowNanos;
        wished = ++asks < MOST_ASKS;
        return true;
    }

    /// When a request is due, at the earliest now; `Long.MAX_VALUE` without a wish.
    public long nextAt(long nowNanos) {
        if (!wished) {
            return Long.MAX_VALUE;
        }
        return asked ? Math.max(nowNanos, askedAt + REPEAT_NANOS) : nowNanos;
    }
}
