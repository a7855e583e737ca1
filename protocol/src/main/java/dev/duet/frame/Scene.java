// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

/// What a room is entered for.
public enum Scene {
    VIDEO_CALL,
    AUDIO_CALL
}
