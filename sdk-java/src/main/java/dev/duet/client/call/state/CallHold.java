// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.state;

/// Who put a call on hold; a call that both did says `LOCAL`, since here is where it can be resumed.
public enum CallHold {
    NONE,
    LOCAL,
    REMOTE
}
