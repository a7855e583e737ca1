// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.invitation;

import dev.duet.frame.OfflinePushInfo;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What wakes the sleeping devices of an invitee. `reached` rang through their sockets and need no push; after
/// `notAfter` the push is pointless.
public record PushNote(
        InviteId inviteId,
        UserId inviter,
        UserId invitee,
        String data,
        @Nullable OfflinePushInfo info,
        Set<DeviceId> reached,
        Instant notAfter) {}
