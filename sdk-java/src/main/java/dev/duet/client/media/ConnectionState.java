// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media;

/// How a connection to the media server stands; the names are those of WebRTC.
public enum ConnectionState {
    /// Nothing was negotiated yet.
    NEW,
    /// An answer is there, or an ICE restart goes on; a path is looked for.
    CONNECTING,
    CONNECTED,
    /// The path is silent; it may come back by itself, and an ICE restart brings it back for certain.
    DISCONNECTED,
    /// Lost until an ICE restart.
    FAILED,
    /// Closed by the app; the last state there is.
    CLOSED
}
