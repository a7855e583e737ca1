// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Result;
import dev.duet.client.call.state.CallHold;
import dev.duet.client.call.state.CallQuality;
import dev.duet.client.call.state.CallState;
import dev.duet.frame.MediaFlags;

/// What a call tells, on the executor that the app gave, one after another. By then the call itself may be further.
/// Each thing but `changed` is told once, also over a broken connection.
public interface CallListener {
    /// Something that can be read has another value than before.
    default void changed(Call call) {}

    default void state(Call call, CallState now, CallState before) {}

    default void held(Call call, CallHold now, CallHold before) {}

    /// What the other side is sending.
    default void remote(Call call, MediaFlags now, MediaFlags before) {}

    /// Every 2 s.
    default void quality(Call call, CallQuality now) {}

    /// Trouble with an own device that does not end the call.
    default void problem(Call call, Result<Void> why) {}
}
