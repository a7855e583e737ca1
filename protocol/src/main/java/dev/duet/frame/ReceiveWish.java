// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

/// What a device wants of the other side of a room. What it does not want is not sent to it.
public record ReceiveWish(boolean audio, Video video, boolean screen) {
    /// As every entry begins.
    public static final ReceiveWish ALL = new ReceiveWish(true, Video.BIG, true);

    /// Which of the camera's layers. `SMALL` is the big one too when the sender has only that.
    public enum Video {
        BIG,
        SMALL,
        NONE
    }
}
