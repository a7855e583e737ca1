// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import java.net.InetSocketAddress;

/// How far the path to a peer is.
public sealed interface IceState {

    /// No path has been nominated yet.
    record Waiting() implements IceState {}

    /// Media may go to `path`, which the peer nominated and keeps alive.
    record Connected(InetSocketAddress path) implements IceState {}

    /// The peer's consent has run out (RFC 7675 section 5.1): nothing may be sent until ICE restarts with new
    /// credentials.
    record Lost() implements IceState {}
}
