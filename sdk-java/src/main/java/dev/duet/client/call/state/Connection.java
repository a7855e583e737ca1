// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.state;

/// How a client stands with its server.
public enum Connection {
    OFFLINE,
    CONNECTING,
    ONLINE,
    /// Was online and will be again: calls go on meanwhile.
    RECONNECTING,
    /// Signed in elsewhere, or put out by the server; there is no way back but a new login.
    KICKED
}
