// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a session outlives its sockets. Belongs to one [ClientSession].
public final class Desk {
    final Identity identity;
    final Knowledge knowledge;
    /// Requests without an answer, oldest first.
    final List<OpenRequest> waiting = new ArrayList<>(2);
    boolean renewable;

    @Nullable
    String userSig;
    /// When a ticket was last replaced because the server called it expired.
    @Nullable
    Instant renewedAt;
    /// Sockets opened so far; the number of the current one.
    int socket;

    Desk(Identity identity, boolean renewable, Knowledge knowledge) {
        this.identity = identity;
        this.renewable = renewable;
        this.knowledge = knowledge;
    }

    /// When the first of the waiting requests is given up.
    @Nullable
    Instant firstToExpire() {
        Instant first = null;
        for (OpenRequest each : waiting) {
            first = first == null || each.giveUpAt().isBefore(first) ? each.giveUpAt() : first;
        }
        return first;
    }
}
