// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.ledger.CallEvent;
import dev.duet.id.InviteId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A call event as a log line: the call, what happened, and no person.
final class CallLine {
    private CallLine() {}

    static String of(CallEvent event) {
        return switch (event) {
            case CallEvent.Invited e -> call(e.inviteId()) + "invited";
            case CallEvent.Delivered e -> call(e.inviteId()) + "delivered via " + lower(e.via());
            case CallEvent.Ended e ->
                call(e.inviteId()) + lower(e.outcome()) + (e.by() == null ? " by the server" : " by a device");
            case CallEvent.Abandoned e -> call(e.inviteId()) + "abandoned";
            case CallEvent.Entered e -> call(e.inviteId()) + "room entered for " + lower(e.scene());
            case CallEvent.Left e -> call(e.inviteId()) + "room left: " + lower(e.departure());
            case CallEvent.Dissolved e -> call(e.inviteId()) + "room dissolved";
        };
    }

    private static String call(@Nullable InviteId id) {
        return "call " + (id == null ? "-" : id) + " ";
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
