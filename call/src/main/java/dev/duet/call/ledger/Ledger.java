// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ledger;

import dev.duet.call.ledger.CallEvent.Invited;
import dev.duet.id.InviteId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The calls under way, each folded into a record from its events. Rooms entered without an invitation are not calls
/// and leave no record.
public final class Ledger {
    private final Map<InviteId, CallRecord> open = new HashMap<>();

    /// Takes note of an event; the record, when that was the call's last one.
    public Optional<CallRecord> note(CallEvent event) {
        InviteId id = event.inviteId();
        if (id == null) {
            return Optional.empty();
        }
        if (event instanceof Invited invited) {
            open.put(id, CallRecord.of(invited));
            return Optional.empty();
        }
        open.computeIfPresent(id, (_, record) -> record.after(event));
        return find(id).filter(record -> record.endedAt() != null).map(over -> open.remove(id));
    }

    /// A call under way.
    public Optional<CallRecord> find(InviteId id) {
        return Optional.ofNullable(open.get(id));
    }

    public int size() {
        return open.size();
    }
}
