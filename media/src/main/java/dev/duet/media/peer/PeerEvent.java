// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.peer;

import java.net.InetSocketAddress;

/// Something about a peer that its owner has to know.
public sealed interface PeerEvent {
    /// The peer is proven to be there and speaks DTLS: start its handshake on a thread.
    record HandshakeWanted() implements PeerEvent {}

    /// Media can flow: for the first time, or again after a loss.
    record Secured() implements PeerEvent {}

    /// Media goes to another address from now on.
    record PathChanged(InetSocketAddress path) implements PeerEvent {}

    /// The peer fell silent.
    record Lost() implements PeerEvent {}

    /// The peer ended by itself.
    record Closed(PeerState.CloseReason reason) implements PeerEvent {}
}
