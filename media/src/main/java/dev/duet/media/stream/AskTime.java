// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

/// When a browser is to be asked for something next: missing packets or keyframes of any of its streams.
public final class AskTime {
    private long atNanos = Long.MAX_VALUE;

    /// `Long.MAX_VALUE` when there is nothing to ask for.
    public long atNanos() {
        return atNanos;
    }

    /// Something is to be asked for at this time.
    public void noLaterThan(long nanos) {
        atNanos = Math.min(atNanos, nanos);
    }

    /// Everything that was due is asked for; the next is due at this time.
    public void move(long nanos) {
        atNanos = nanos;
    }
}
