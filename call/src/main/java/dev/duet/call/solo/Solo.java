// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.solo;

import dev.duet.call.agenda.Ticket;
import dev.duet.call.roster.Session;
import java.util.Optional;

/// Media of one login without a room. A login has one at most.
public sealed interface Solo permits Lobby, Mirror {

    Session session();

    /// The request that began it, while the media has not answered that.
    Optional<Ticket> waiting();
}
