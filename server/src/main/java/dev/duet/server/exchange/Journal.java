// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.ledger.CallEvent;
import dev.duet.id.AppId;

/// Where the events of all calls are kept, in their order. It is called from the thread that decides: what takes time
/// belongs on another.
@FunctionalInterface
public interface Journal {

    void note(AppId app, CallEvent event);

    /// The log lines alone.
    static Journal none() {
        return (app, event) -> {};
    }
}
