// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.state;

/// Who ended a call.
public enum EndSide {
    LOCAL,
    REMOTE,
    SERVER
}
