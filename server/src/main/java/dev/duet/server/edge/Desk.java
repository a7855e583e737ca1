// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import dev.duet.server.config.Settings;
import dev.duet.server.exchange.Exchange;
import dev.duet.server.watch.Gauges;
import dev.duet.server.watch.Redacted;
import java.time.Clock;

/// What every socket needs of the node.
public record Desk(
        Doorkeeper doorkeeper,
        Exchange exchange,
        Settings.Sockets limits,
        Settings.Logins logins,
        Gauges gauges,
        Redacted redacted,
        Clock clock) {}
