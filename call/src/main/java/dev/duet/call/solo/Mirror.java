// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.solo;

import dev.duet.call.agenda.Ticket;
import dev.duet.call.roster.Session;
import java.time.Duration;
import java.util.Optional;

/// A speed test.
record Mirror(Session session, Optional<Ticket> waiting) implements Solo {
    /// Bandwidth estimates of browsers settle within ten seconds; three times that is enough for any test.
    static final Duration LONGEST = Duration.ofSeconds(30);
}
