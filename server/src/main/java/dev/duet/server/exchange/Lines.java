// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.switchboard.Effect.CloseReason;
import dev.duet.id.LoginId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The lines to the logged-in devices of one switchboard. Of its mailbox thread alone.
final class Lines {
    private final Map<LoginId, DeviceLine> open = new HashMap<>();

    void add(LoginId login, DeviceLine line) {
        open.put(login, line);
    }

    /// Does nothing when the line is gone.
    void to(LoginId login, Consumer<DeviceLine> message) {
        DeviceLine line = open.get(login);
        if (line != null) {
            message.accept(line);
        }
    }

    void end(LoginId login, CloseReason why) {
        @Nullable DeviceLine line = open.remove(login);
        if (line != null) {
            line.close(why);
        }
    }

    void forget(LoginId login) {
        open.remove(login);
    }
}
