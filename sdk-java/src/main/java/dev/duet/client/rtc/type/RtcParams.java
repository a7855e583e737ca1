// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

import org.jspecify.annotations.Nullable;

/// What a room is entered with. A room is `strRoomId` or `roomId`; given both, `roomId` wins. Room 123 and room "123"
/// are two rooms.
///
/// @param sdkAppId 1 to 4294967295
/// @param userId 1 to 32 letters, digits, `_` or `-`
/// @param userSig the ticket that your server made
/// @param roomId 1 to 4294967294; 0 says that there is none
/// @param strRoomId 1 to 64 letters, digits, spaces or signs that are allowed; empty says that there is none
/// @param privateMapKey empty says that there is none
/// @param server origin of the server, as `https://calls.example.org`; null takes the one of the user's login
public record RtcParams(
        long sdkAppId,
        String userId,
        String userSig,
        long roomId,
        String strRoomId,
        String privateMapKey,
        @Nullable String server) {

    /// Without a room yet.
    public RtcParams(long sdkAppId, String userId, String userSig) {
        this(sdkAppId, userId, userSig, 0, "", "", null);
    }

    public RtcParams withRoomId(long number) {
        return new RtcParams(sdkAppId, userId, userSig, number, strRoomId, privateMapKey, server);
    }

    public RtcParams withStrRoomId(String name) {
        return new RtcParams(sdkAppId, userId, userSig, roomId, name, privateMapKey, server);
    }

    public RtcParams withPrivateMapKey(String key) {
        return new RtcParams(sdkAppId, userId, userSig, roomId, strRoomId, key, server);
    }

    public RtcParams withServer(@Nullable String origin) {
        return new RtcParams(sdkAppId, userId, userSig, roomId, strRoomId, privateMapKey, origin);
    }

    /// Without the tickets.
    @Override
    public String toString() {
        return "RtcParams[sdkAppId=" + sdkAppId + ", userId=" + userId + ", roomId=" + roomId + ", strRoomId="
                + strRoomId + ']';
    }
}
