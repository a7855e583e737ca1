// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.solo;

import dev.duet.call.agenda.Ticket;
import dev.duet.call.roster.Session;
import java.util.Optional;

/// A speed test.
record Mirror(Session session, Optional<Ticket> waiting) implements Solo {}
