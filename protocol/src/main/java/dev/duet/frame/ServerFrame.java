// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

/// What a client reads from its socket: the answer to one of its requests, or an event.
public sealed interface ServerFrame {

    record Answer(Ack ack) implements ServerFrame {}

    record Told(ServerEvent event) implements ServerFrame {}
}
