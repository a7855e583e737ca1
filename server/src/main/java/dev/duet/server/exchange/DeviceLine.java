// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.switchboard.Effect.CloseReason;
import dev.duet.frame.Ack;
import dev.duet.frame.ServerEvent;

/// The way to one logged-in device. What is given to it arrives in order or, when the device is gone, not at all;
/// nothing here blocks or throws.
public interface DeviceLine {

    void answer(Ack ack);

    void tell(ServerEvent event);

    /// Ends the line after all that was given before.
    void close(CloseReason why);
}
