// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.state;

/// Why a call ended. The first ten are the reasons that a call kit shows, in the order of their numbers from 0; the
/// last
/// two are a device's or a network's fault.
public enum EndReason {
    UNKNOWN,
    HANGUP,
    REJECT,
    /// It rang and nobody answered.
    NO_RESPONSE,
    /// It rang nowhere.
    OFFLINE,
    LINE_BUSY,
    CANCELED,
    OTHER_DEVICE_ACCEPTED,
    OTHER_DEVICE_REJECT,
    END_BY_SERVER,
    DEVICE_ERROR,
    CONNECTION_LOST
}
