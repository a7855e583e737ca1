// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media;

/// The three things each side of a call may send, in the order of the sections of an offer.
public enum MediaKind {
    AUDIO,
    CAMERA,
    SCREEN;

    public boolean isVideo() {
        return this != AUDIO;
    }
}
