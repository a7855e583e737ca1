// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.state;

/// What kind of call it is.
public enum CallMedia {
    AUDIO,
    VIDEO
}
