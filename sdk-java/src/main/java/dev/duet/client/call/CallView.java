// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Result;
import dev.duet.client.call.state.CallHold;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallQuality;
import dev.duet.client.call.state.CallState;
import dev.duet.frame.MediaFlags;
import dev.duet.id.InviteId;
import org.jspecify.annotations.Nullable;

/// All that can be read of a call, at one moment.
record CallView(
        Inside inside,
        CallMedia media,
        CallHold held,
        MediaFlags remote,
        CallQuality quality,
        @Nullable Result<Void> problem) {

    /// What the parts of a call know.
    record Inside(CallState state, InviteId inviteId, MediaFlags sent, boolean muted) {}
}
