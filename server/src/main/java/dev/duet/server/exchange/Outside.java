// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import java.time.Clock;

/// What a node reaches beyond its clients. A test puts its own in place; after moving such a clock it nudges the node.
public record Outside(Clock clock, PushLine pushes, Journal journal) {

    /// The machine's time, no vendor, and log lines.
    public static Outside plain() {
        return new Outside(Clock.systemUTC(), PushLine.none(), Journal.none());
    }
}
