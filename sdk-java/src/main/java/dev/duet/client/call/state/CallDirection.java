// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.state;

/// Who called.
public enum CallDirection {
    OUTGOING,
    INCOMING
}
