// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.call.state.Connection;
import dev.duet.frame.ServerEvent.KickReason;
import java.util.List;

/// What a client tells, on the executor that the app gave, one after another.
public interface ClientListener {
    /// Somebody calls; the call rings until it is answered, declined, or over.
    default void incoming(Call call) {}

    /// Somebody calls during a call, with call waiting: to be answered by `accept`, or declined by `reject(BUSY)`.
    default void waiting(Call call) {}

    /// A call came, went, or changed places with another: these are the ones that have not ended, the oldest first.
    default void calls(List<Call> calls) {}

    default void connection(Connection now) {}

    /// Signed in elsewhere, or put out by the server; there is no way back but a new `login`.
    default void kicked(KickReason reason) {}
}
