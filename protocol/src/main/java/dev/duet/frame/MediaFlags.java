// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

/// What a user is sending now.
public record MediaFlags(boolean audio, boolean video, boolean screen) {
    public static final MediaFlags NONE = new MediaFlags(false, false, false);
}
