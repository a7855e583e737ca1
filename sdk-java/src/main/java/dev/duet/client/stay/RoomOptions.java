// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.frame.Scene;
import dev.duet.id.RoomId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a room is entered with.
///
/// @param giveUpAfter how long a broken media connection is repaired before it is given up
/// @param withhold whether nothing is sent on a connection that is warm, until `agree` or `enter`
public record RoomOptions(
        RoomId roomId,
        Scene scene,
        Duration giveUpAfter,
        boolean withhold,
        @Nullable String userSig,
        @Nullable String privateMapKey) {

    public static RoomOptions of(RoomId roomId, Scene scene, Duration giveUpAfter) {
        return new RoomOptions(roomId, scene, giveUpAfter, false, null, null);
    }

    public RoomOptions withholding() {
        return new RoomOptions(roomId, scene, giveUpAfter, true, userSig, privateMapKey);
    }

    public RoomOptions withUserSig(@Nullable String ticket) {
        return new RoomOptions(roomId, scene, giveUpAfter, withhold, ticket, privateMapKey);
    }

    public RoomOptions withPrivateMapKey(@Nullable String key) {
        return new RoomOptions(roomId, scene, giveUpAfter, withhold, userSig, key);
    }

    /// Without the tickets.
    @Override
    public String toString() {
        return "RoomOptions[roomId=" + roomId + ", scene=" + scene + ']';
    }
}
